package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Money;
import java.time.Instant;
import java.util.List;

/**
 * A sales order.
 *
 * @param reason why it was rejected, cancelled or closed short, or why the last try to place the draft failed
 * @param total gross less discount: what the customer pays
 */
public record SalesOrderView(
        String id,
        String customerId,
        SalesOrderStatus status,
        String reason,
        String warehouse,
        Money gross,
        Money discount,
        Money total,
        List<SalesOrderLineView> lines,
        String note,
        Instant createdAt,
        Instant placedAt,
        int version) {}
