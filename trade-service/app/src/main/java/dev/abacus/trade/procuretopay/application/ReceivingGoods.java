package dev.abacus.trade.procuretopay.application;

import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.purchasing.ArrivedGoods;
import dev.abacus.trade.purchasing.PurchaseBook;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.ReceiptId;
import org.springframework.stereotype.Service;

/** Receives goods on a purchase order; stock follows by the event. */
@Service
public class ReceivingGoods {

    private final PurchaseBook orders;
    private final Idempotency idempotency;

    ReceivingGoods(PurchaseBook orders, Idempotency idempotency) {
        this.orders = orders;
        this.idempotency = idempotency;
    }

    private record Request(PurchaseOrderId order, ArrivedGoods goods) {}

    public ReceiptId receive(PurchaseOrderId order, ArrivedGoods goods, IdempotencyKey key) {
        return idempotency.once(
                key,
                "purchase-order.receive",
                new Request(order, goods),
                ReceiptId.class,
                () -> orders.receive(order, goods));
    }
}
