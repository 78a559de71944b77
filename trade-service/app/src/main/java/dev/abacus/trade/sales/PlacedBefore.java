package dev.abacus.trade.sales;

/**
 * An order that was placed, or is being placed, under an idempotency key.
 *
 * @param inProgress whether it is not yet known how that ends
 */
public record PlacedBefore(SalesOrderId order, String fingerprint, boolean inProgress) {}
