package dev.abacus.trade.purchasing;

import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import dev.abacus.trade.api.purchasing.ReceiptView;

/** Purchase orders in the words of the API, for whoever answers a request about one. */
public interface PurchaseOrderViews {

    /** @throws dev.abacus.kernel.domain.NotFound when there is no such order */
    PurchaseOrderView order(PurchaseOrderId order);

    ReceiptView receipt(PurchaseOrderId order, ReceiptId receipt);
}
