package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A return.
 *
 * @param amount what the customer no longer owes, or gets back
 */
public record ReturnView(
        String id,
        String orderId,
        LocalDate returnedOn,
        String warehouse,
        String reason,
        Money amount,
        List<LineQuantity> lines) {}
