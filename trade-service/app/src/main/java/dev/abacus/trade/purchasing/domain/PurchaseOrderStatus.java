package dev.abacus.trade.purchasing.domain;

/** Where a purchase order is in its life. The names are kept with the orders. */
public enum PurchaseOrderStatus {
    DRAFT,
    APPROVED,
    PARTLY_RECEIVED,
    RECEIVED,
    CLOSED,
    CANCELLED
}
