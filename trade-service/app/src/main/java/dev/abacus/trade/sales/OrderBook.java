package dev.abacus.trade.sales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The order book, for the processes above it. Every change must be inside the caller's transaction, throws
 * {@link IllegalTransition} when the order's state does not allow it, and publishes what happened.
 */
public interface OrderBook {

    /** Enters an order as being placed, or moves its draft there. @param transaction the global transaction's id */
    void beginPlacing(Placement placement, String transaction);

    /** The placement is confirmed. */
    void confirmPlacing(SalesOrderId order);

    /** The placement is off: the order is a draft again, or rejected. @return what it had reserved */
    Ended abandonPlacing(SalesOrderId order);

    /** Says why the last placement was off. Nothing happens when it was not, or was confirmed. */
    void explain(SalesOrderId order, String reason);

    Optional<PlacedBefore> placedUnder(String idempotencyKey);

    boolean isBeingPlaced(SalesOrderId order);

    /** Orders that have been in placing since before {@code moment}, the oldest first, at most a hundred. */
    List<UnsettledPlacement> placingSinceBefore(Instant moment);

    /** Orders placed before {@code moment} of which nothing was delivered yet, the oldest first, at most a hundred. */
    List<SalesOrderId> undeliveredSince(Instant moment);

    /** What a draft asks for. */
    OrderRequest draft(SalesOrderId order);

    Shipped deliver(SalesOrderId order, ShipmentOrder goods);

    Shipped takeBack(SalesOrderId order, ShipmentOrder goods);

    Ended cancel(SalesOrderId order, String reason);

    Ended close(SalesOrderId order, String reason);
}
