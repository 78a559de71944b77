package dev.abacus.trade.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A supplier's goods arrived for a purchase order: stock rises.
 *
 * @param warehouse the code of the warehouse that took them, or null for the tenant's default
 */
@EventType("trade.goods-received.v1")
public record GoodsReceived(
        String receiptId, String purchaseOrderId, LocalDate receivedOn, String warehouse, List<Line> lines)
        implements DomainEvent {

    public record Line(String sku, BigDecimal quantity, String unit) {}

    @Override
    public String aggregate() {
        return "purchase-order-" + purchaseOrderId;
    }
}
