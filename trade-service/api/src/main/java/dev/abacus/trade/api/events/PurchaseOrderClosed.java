package dev.abacus.trade.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;

/**
 * Nothing more is expected on the purchase order.
 *
 * @param cancelled whether it ended before anything arrived
 */
@EventType("trade.purchase-order-closed.v1")
public record PurchaseOrderClosed(String purchaseOrderId, boolean cancelled) implements DomainEvent {

    @Override
    public String aggregate() {
        return "purchase-order-" + purchaseOrderId;
    }
}
