package dev.abacus.trade.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A purchase order may go to its supplier, who is expected to deliver on {@code expectedOn}. */
@EventType("trade.purchase-order-approved.v1")
public record PurchaseOrderApproved(
        String purchaseOrderId, String supplierId, LocalDate expectedOn, String warehouse, List<Line> lines)
        implements DomainEvent {

    public record Line(String sku, BigDecimal quantity, String unit) {}

    @Override
    public String aggregate() {
        return "purchase-order-" + purchaseOrderId;
    }
}
