package dev.abacus.trade.ordertocash.application;

import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.party.Credit;
import dev.abacus.trade.promotion.PromotionQuota;
import dev.abacus.trade.sales.Ended;
import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.SalesOrderId;
import org.springframework.stereotype.Service;

/** Cancels an order of which nothing was delivered: credit, quota and, by the event, stock are free again. */
@Service
public class CancellingSalesOrder {

    private final OrderBook orders;
    private final Credit credit;
    private final PromotionQuota quota;
    private final Idempotency idempotency;

    CancellingSalesOrder(OrderBook orders, Credit credit, PromotionQuota quota, Idempotency idempotency) {
        this.orders = orders;
        this.credit = credit;
        this.quota = quota;
        this.idempotency = idempotency;
    }

    private record Request(SalesOrderId order, String reason) {}

    public void cancel(SalesOrderId order, String reason, IdempotencyKey key) {
        idempotency.once(key, "sales-order.cancel", new Request(order, reason), SalesOrderId.class, () -> {
            Ended ended = orders.cancel(order, reason);
            credit.release(ended.customer(), ended.undelivered(), order.toString());
            quota.release(order.value());
            return order;
        });
    }
}
