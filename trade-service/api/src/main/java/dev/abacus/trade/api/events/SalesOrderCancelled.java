package dev.abacus.trade.api.events;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;

/** Nothing more will be delivered on the order: cancelled, or closed short. What is still reserved for it is free again. */
@EventType("trade.sales-order-cancelled.v1")
public record SalesOrderCancelled(String orderId) implements DomainEvent {

    @Override
    public String aggregate() {
        return "sales-order-" + orderId;
    }
}
