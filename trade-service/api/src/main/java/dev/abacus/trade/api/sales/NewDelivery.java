package dev.abacus.trade.api.sales;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Goods that left for the customer.
 *
 * @param warehouse the code of the warehouse that they left, or null for the order's
 * @param lines what was delivered; null or empty for all that is left
 */
public record NewDelivery(
        @NotNull LocalDate deliveredOn,
        @Size(max = 32) String warehouse,
        @Size(max = 200) List<@Valid LineQuantity> lines) {}
