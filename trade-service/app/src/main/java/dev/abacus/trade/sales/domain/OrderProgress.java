package dev.abacus.trade.sales.domain;

import java.time.Instant;

/**
 * How far an order has come.
 *
 * @param fallback what the order is again when a placement is off: {@code DRAFT} or {@code REJECTED}
 * @param reason why it is not further; null when there is nothing to explain
 * @param transaction the global transaction of the last placement; null before the first
 * @param placingSince when that began
 */
public record OrderProgress(
        SalesOrderStatus status,
        SalesOrderStatus fallback,
        String reason,
        String transaction,
        Instant placingSince,
        Instant placedAt) {

    static OrderProgress at(SalesOrderStatus status) {
        return new OrderProgress(status, status, null, null, null, null);
    }

    OrderProgress placing(String transaction, Instant now) {
        return new OrderProgress(SalesOrderStatus.PLACING, fallback, null, transaction, now, null);
    }

    OrderProgress to(SalesOrderStatus next) {
        return new OrderProgress(next, fallback, reason, transaction, placingSince, placedAt);
    }

    OrderProgress because(String why) {
        return new OrderProgress(status, fallback, why, transaction, placingSince, placedAt);
    }

    OrderProgress placedAt(Instant now) {
        return new OrderProgress(status, fallback, null, transaction, placingSince, now);
    }
}
