package dev.abacus.inventory.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/**
 * Stock to be held for an order, all of it or none.
 *
 * @param warehouse code of the warehouse to take it from; the main one when null
 */
public record ReserveStock(
        @NotBlank @Size(max = 40) String orderId,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines,
        @Size(max = 32) String warehouse) {

    public record Line(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Positive @Digits(integer = 13, fraction = 6) BigDecimal quantity,
            @NotBlank @Size(max = 16) String unit) {}
}
