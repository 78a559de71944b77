package dev.abacus.trade.sales.domain;

/** Where a sales order is in its life. The names are kept with the orders. */
public enum SalesOrderStatus {
    DRAFT,
    PLACING,
    REJECTED,
    PLACED,
    PARTLY_DELIVERED,
    DELIVERED,
    CLOSED,
    CANCELLED
}
