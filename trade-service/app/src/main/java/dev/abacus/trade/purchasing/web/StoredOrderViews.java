package dev.abacus.trade.purchasing.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import dev.abacus.trade.api.purchasing.ReceiptView;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.PurchaseOrderViews;
import dev.abacus.trade.purchasing.ReceiptId;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
import org.springframework.stereotype.Component;

/** Reads orders as they are kept now. */
@Component("storedPurchaseOrderViews")
class StoredOrderViews implements PurchaseOrderViews {

    private final PurchaseOrders orders;

    StoredOrderViews(PurchaseOrders orders) {
        this.orders = orders;
    }

    @Override
    public PurchaseOrderView order(PurchaseOrderId order) {
        return orders.find(order)
                .map(PurchaseOrderForms::view)
                .orElseThrow(() -> new NotFound("purchase order", order));
    }

    @Override
    public ReceiptView receipt(PurchaseOrderId order, ReceiptId receipt) {
        return orders.receipts(order).stream()
                .filter(kept -> kept.id().equals(receipt))
                .findFirst()
                .map(PurchaseOrderForms::view)
                .orElseThrow(() -> new NotFound("receipt", receipt));
    }
}
