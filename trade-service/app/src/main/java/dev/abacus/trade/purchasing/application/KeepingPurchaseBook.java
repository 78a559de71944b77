package dev.abacus.trade.purchasing.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.outbox.Events;
import dev.abacus.trade.api.events.PurchaseOrderClosed;
import dev.abacus.trade.purchasing.ArrivedGoods;
import dev.abacus.trade.purchasing.PurchaseBook;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.ReceiptId;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
import dev.abacus.trade.purchasing.domain.Receipt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the purchase orders. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeepingPurchaseBook implements PurchaseBook {

    private final PurchaseOrders orders;
    private final Events events;
    private final Ids ids;

    KeepingPurchaseBook(PurchaseOrders orders, Events events, Ids ids) {
        this.orders = orders;
        this.events = events;
        this.ids = ids;
    }

    @Override
    public ReceiptId receive(PurchaseOrderId id, ArrivedGoods goods) {
        PurchaseOrder order = require(id);
        Receipt receipt = order.receive(new ReceiptId(ids.next()), goods);
        orders.update(order, receipt);
        events.publish(PurchaseEvents.received(receipt));
        return receipt.id();
    }

    @Override
    public void cancel(PurchaseOrderId id, String reason) {
        PurchaseOrder order = require(id);
        order.cancel(reason);
        orders.update(order);
        // Nobody was told of a draft.
        if (order.approval().isPresent()) {
            events.publish(new PurchaseOrderClosed(id.toString(), true));
        }
    }

    @Override
    public void close(PurchaseOrderId id, String reason) {
        PurchaseOrder order = require(id);
        order.close(reason);
        orders.update(order);
        events.publish(new PurchaseOrderClosed(id.toString(), false));
    }

    private PurchaseOrder require(PurchaseOrderId id) {
        return orders.find(id).orElseThrow(() -> new NotFound("purchase order", id));
    }
}
