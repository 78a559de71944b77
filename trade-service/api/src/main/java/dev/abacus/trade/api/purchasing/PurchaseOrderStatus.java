package dev.abacus.trade.api.purchasing;

/** Where a purchase order is in its life. */
public enum PurchaseOrderStatus {
    DRAFT,
    APPROVED,
    PARTLY_RECEIVED,
    RECEIVED,
    CLOSED,
    CANCELLED
}
