package dev.abacus.trade.sales.domain;

import dev.abacus.trade.sales.PlacedBefore;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.UnsettledPlacement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sales orders of the current tenant. */
public interface SalesOrders {

    Optional<SalesOrder> find(SalesOrderId id);

    void add(SalesOrder order);

    /** As {@link #add}, under an idempotency key. @throws KeyTaken when an order has it already */
    void add(SalesOrder order, String key, String fingerprint);

    /**
     * Keeps the order's progress; its lines are as they were.
     *
     * @throws dev.abacus.kernel.web.EntityVersion.Stale when it has changed since it was read
     */
    void update(SalesOrder order);

    /** As {@link #update}, with other lines than before. */
    void updateWithLines(SalesOrder order);

    /** Gives the idempotency key back: the order that had it came to nothing. */
    void freeKey(SalesOrderId id);

    Optional<PlacedBefore> placedUnder(String key);

    List<UnsettledPlacement> placingSinceBefore(Instant moment);

    List<SalesOrderId> undeliveredSince(Instant moment);

    /** As {@link #update}, together with the shipment that changed the order. */
    void update(SalesOrder order, Shipment shipment);

    /** The oldest first. */
    List<Shipment> shipments(SalesOrderId order, Shipment.Direction direction);
}
