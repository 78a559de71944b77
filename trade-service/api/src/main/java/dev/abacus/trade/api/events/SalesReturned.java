package dev.abacus.trade.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The customer gave delivered goods back: stock rises.
 *
 * @param warehouse the code of the warehouse that took them, or null for the tenant's default
 */
@EventType("trade.sales-returned.v1")
public record SalesReturned(String returnId, String orderId, LocalDate returnedOn, String warehouse, List<Line> lines)
        implements DomainEvent {

    public record Line(String sku, BigDecimal quantity, String unit) {}

    @Override
    public String aggregate() {
        return "sales-order-" + orderId;
    }
}
