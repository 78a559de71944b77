package dev.abacus.trade.api.purchasing;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A purchase order to draft.
 *
 * @param warehouse the code of the warehouse to deliver to, or null for the company's default
 * @param expectedOn when the goods should arrive; null for the day of approval and the supplier's lead time
 */
public record NewPurchaseOrder(
        @NotBlank String supplierId,
        @Size(max = 32) String warehouse,
        LocalDate expectedOn,
        @NotEmpty @Size(max = 200) List<@Valid Line> lines,
        @Size(max = 500) String note) {

    /** @param unitCost for one of the quantity's unit, in the supplier's currency */
    public record Line(@NotBlank @Size(max = 64) String sku, @NotNull Quantity quantity, @NotNull Money unitCost) {}
}
