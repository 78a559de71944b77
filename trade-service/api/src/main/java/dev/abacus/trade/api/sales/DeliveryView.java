package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A delivery.
 *
 * @param amount what the customer owes for it
 */
public record DeliveryView(
        String id, String orderId, LocalDate deliveredOn, String warehouse, Money amount, List<LineQuantity> lines) {}
