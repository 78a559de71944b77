package dev.abacus.trade.api.purchasing;

import dev.abacus.kernel.domain.Quantity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Goods that arrived.
 *
 * @param warehouse the code of the warehouse that took them, or null for the order's
 * @param lines what arrived; null or empty for all that is still expected
 */
public record NewReceipt(
        @NotNull LocalDate receivedOn, @Size(max = 32) String warehouse, @Size(max = 200) List<@Valid Line> lines) {

    /** So much of an order's line, in the line's unit. */
    public record Line(@Positive int line, @NotNull Quantity quantity) {}
}
