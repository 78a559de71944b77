package dev.abacus.trade.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Goods left for the customer: stock falls, and so does what is reserved for the order.
 *
 * @param warehouse the code of the warehouse that they left, or null for the tenant's default
 */
@EventType("trade.sales-delivered.v1")
public record SalesDelivered(
        String deliveryId, String orderId, LocalDate deliveredOn, String warehouse, List<Line> lines)
        implements DomainEvent {

    public record Line(String sku, BigDecimal quantity, String unit) {}

    @Override
    public String aggregate() {
        return "sales-order-" + orderId;
    }
}
