package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.party.Credit;
import dev.abacus.trade.sales.Ended;
import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.SalesOrderId;
import org.springframework.stereotype.Service;

/**
 * Closes an order. When it is closed short, what was reserved for the rest is free again; a promotion that the delivered
 * part was sold at stays used.
 */
@Service
public class ClosingSalesOrder {

    private final OrderBook orders;
    private final Credit credit;
    private final Idempotency idempotency;

    ClosingSalesOrder(OrderBook orders, Credit credit, Idempotency idempotency) {
        this.orders = orders;
        this.credit = credit;
        this.idempotency = idempotency;
    }

    private record Request(SalesOrderId order, String reason) {}

    public void close(SalesOrderId order, String reason, IdempotencyKey key) {
        idempotency.once(key, "sales-order.close", new Request(order, reason), SalesOrderId.class, () -> {
            Ended ended = orders.close(order, reason);
            credit.release(ended.customer(), ended.undelivered(), order.toString());
            return order;
        });
    }
}
