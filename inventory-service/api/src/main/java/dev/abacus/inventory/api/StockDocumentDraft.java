package dev.abacus.inventory.api;

import dev.abacus.inventory.api.StockDocumentView.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A document as it shall be, before it is posted.
 *
 * @param warehouse code of the warehouse; the main one when null
 * @param toWarehouse code of the warehouse that a transfer goes to
 * @param reason why, as a code of the tenant's choice; the kind's own when null
 * @param reference what it belongs to, such as the order whose reservation an issue uses up
 */
public record StockDocumentDraft(
        @NotNull Kind kind,
        @Size(max = 32) String warehouse,
        @Size(max = 32) String toWarehouse,
        @NotNull LocalDate occurredOn,
        @Size(max = 32) String reason,
        @Size(max = 40) String reference,
        @NotEmpty @Size(max = 500) List<@NotNull @Valid Line> lines) {

    /** @param quantity more than zero; zero too for a count; signed and not zero for an adjustment */
    public record Line(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Digits(integer = 13, fraction = 6) BigDecimal quantity,
            @NotBlank @Size(max = 16) String unit) {}
}
