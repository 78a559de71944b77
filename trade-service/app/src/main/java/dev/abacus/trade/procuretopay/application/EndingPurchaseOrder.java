package dev.abacus.trade.procuretopay.application;

import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.purchasing.PurchaseBook;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import org.springframework.stereotype.Service;

/** Ends a purchase order: cancels it before anything arrived, or closes it, short or not. */
@Service
public class EndingPurchaseOrder {

    private final PurchaseBook orders;
    private final Idempotency idempotency;

    EndingPurchaseOrder(PurchaseBook orders, Idempotency idempotency) {
        this.orders = orders;
        this.idempotency = idempotency;
    }

    private record Request(PurchaseOrderId order, String reason) {}

    public void cancel(PurchaseOrderId order, String reason, IdempotencyKey key) {
        idempotency.once(key, "purchase-order.cancel", new Request(order, reason), PurchaseOrderId.class, () -> {
            orders.cancel(order, reason);
            return order;
        });
    }

    public void close(PurchaseOrderId order, String reason, IdempotencyKey key) {
        idempotency.once(key, "purchase-order.close", new Request(order, reason), PurchaseOrderId.class, () -> {
            orders.close(order, reason);
            return order;
        });
    }
}
