package dev.abacus.trade.purchasing;

/** The purchase orders, for the process above them. Every change must be inside the caller's transaction. */
public interface PurchaseBook {

    /** Enters what arrived, and publishes it. */
    ReceiptId receive(PurchaseOrderId order, ArrivedGoods goods);

    /** Nothing of the order will come. */
    void cancel(PurchaseOrderId order, String reason);

    /** Closes a received order, or a partly received one short. */
    void close(PurchaseOrderId order, String reason);
}
