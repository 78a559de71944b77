package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.party.Credit;
import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.ShipmentId;
import dev.abacus.trade.sales.ShipmentOrder;
import dev.abacus.trade.sales.Shipped;
import org.springframework.stereotype.Service;

/** Delivers an order, or a part of it: what was reserved on credit is now owed, and stock follows by the event. */
@Service
public class DeliveringSalesOrder {

    private final OrderBook orders;
    private final Credit credit;
    private final Idempotency idempotency;

    DeliveringSalesOrder(OrderBook orders, Credit credit, Idempotency idempotency) {
        this.orders = orders;
        this.credit = credit;
        this.idempotency = idempotency;
    }

    private record Request(SalesOrderId order, ShipmentOrder goods) {}

    public ShipmentId deliver(SalesOrderId order, ShipmentOrder goods, IdempotencyKey key) {
        return idempotency.once(key, "sales-order.deliver", new Request(order, goods), ShipmentId.class, () -> {
            Shipped delivery = orders.deliver(order, goods);
            credit.deliver(
                    delivery.customer(), delivery.amount(), delivery.shipment().toString());
            return delivery.shipment();
        });
    }
}
