package dev.abacus.trade.api.sales;

/** Where a sales order is in its life. */
public enum SalesOrderStatus {
    /** Can still be changed; holds nothing. */
    DRAFT,
    /** Being placed right now: credit, quota and stock are being reserved. */
    PLACING,
    /** Could not be placed; holds nothing. {@code reason} says why. */
    REJECTED,
    /** Decided: credit, quota and stock are held for it, and nothing can take them away. */
    PLACED,
    PARTLY_DELIVERED,
    DELIVERED,
    CLOSED,
    CANCELLED
}
