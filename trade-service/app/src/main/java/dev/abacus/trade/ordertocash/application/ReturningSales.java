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

/** Takes delivered goods back: the customer owes less, or gets back what he paid, and stock follows by the event. */
@Service
public class ReturningSales {

    private final OrderBook orders;
    private final Credit credit;
    private final Idempotency idempotency;

    ReturningSales(OrderBook orders, Credit credit, Idempotency idempotency) {
        this.orders = orders;
        this.credit = credit;
        this.idempotency = idempotency;
    }

    private record Request(SalesOrderId order, ShipmentOrder goods) {}

    public ShipmentId takeBack(SalesOrderId order, ShipmentOrder goods, IdempotencyKey key) {
        return idempotency.once(key, "sales-order.return", new Request(order, goods), ShipmentId.class, () -> {
            Shipped back = orders.takeBack(order, goods);
            credit.giveBack(back.customer(), back.amount(), back.shipment().toString());
            return back.shipment();
        });
    }
}
