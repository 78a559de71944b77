package dev.abacus.trade.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A sales order holds: credit, promotion quota and stock are reserved for it.
 *
 * @param warehouse the code of the warehouse that it ships from, or null for the tenant's default
 * @param total what the customer pays, after discounts, in {@code currency}
 */
@EventType("trade.sales-order-placed.v1")
public record SalesOrderPlaced(
        String orderId,
        String customerId,
        Instant placedAt,
        String warehouse,
        String currency,
        BigDecimal total,
        List<Line> lines)
        implements DomainEvent {

    public record Line(String sku, BigDecimal quantity, String unit, BigDecimal unitPrice, BigDecimal discount) {}

    @Override
    public String aggregate() {
        return "sales-order-" + orderId;
    }
}
