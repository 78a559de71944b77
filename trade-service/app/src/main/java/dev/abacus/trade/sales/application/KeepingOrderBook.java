package dev.abacus.trade.sales.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.trade.api.events.SalesOrderCancelled;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.Ended;
import dev.abacus.trade.sales.OrderBook;
import dev.abacus.trade.sales.OrderRequest;
import dev.abacus.trade.sales.PlacedBefore;
import dev.abacus.trade.sales.Placement;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.ShipmentId;
import dev.abacus.trade.sales.ShipmentOrder;
import dev.abacus.trade.sales.Shipped;
import dev.abacus.trade.sales.UnsettledPlacement;
import dev.abacus.trade.sales.domain.OrderHeader;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrderStatus;
import dev.abacus.trade.sales.domain.SalesOrders;
import dev.abacus.trade.sales.domain.Shipment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the order book. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeepingOrderBook implements OrderBook {

    private final SalesOrders orders;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    KeepingOrderBook(SalesOrders orders, Events events, Ids ids, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void beginPlacing(Placement placement, String transaction) {
        Instant now = clock.instant();
        if (placement.isOfDraft()) {
            SalesOrder draft = require(placement.order());
            new EntityVersion(placement.draftVersion()).mustBe(draft.header().version());
            draft.beginPlacing(placement.priced(), transaction, now);
            orders.updateWithLines(draft);
            return;
        }
        OrderHeader header =
                OrderHeader.of(placement.request(), placement.priced().currency(), placement.author(), now);
        orders.add(SalesOrder.placing(placement, header, transaction, now), placement.key(), placement.fingerprint());
    }

    @Override
    public void confirmPlacing(SalesOrderId id) {
        SalesOrder order = require(id);
        order.confirmPlacing(clock.instant());
        orders.update(order);
        events.publish(SalesEvents.placed(order));
    }

    @Override
    public Ended abandonPlacing(SalesOrderId id) {
        SalesOrder order = require(id);
        Ended ended = order.abandonPlacing();
        orders.update(order);
        orders.freeKey(id);
        return ended;
    }

    @Override
    public void explain(SalesOrderId id, String reason) {
        orders.find(id).filter(order -> order.explain(reason)).ifPresent(orders::update);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<PlacedBefore> placedUnder(String idempotencyKey) {
        return orders.placedUnder(idempotencyKey);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isBeingPlaced(SalesOrderId id) {
        return orders.find(id)
                .map(order -> order.progress().status() == SalesOrderStatus.PLACING)
                .orElse(false);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<UnsettledPlacement> placingSinceBefore(Instant moment) {
        return orders.placingSinceBefore(moment);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<SalesOrderId> undeliveredSince(Instant moment) {
        return orders.undeliveredSince(moment);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public OrderRequest draft(SalesOrderId id) {
        return require(id).request();
    }

    @Override
    public Shipped deliver(SalesOrderId id, ShipmentOrder goods) {
        SalesOrder order = require(id);
        Shipment delivery = order.deliver(new ShipmentId(ids.next()), goods);
        orders.update(order, delivery);
        events.publish(SalesEvents.delivered(delivery));
        return shipped(order, delivery);
    }

    @Override
    public Shipped takeBack(SalesOrderId id, ShipmentOrder goods) {
        SalesOrder order = require(id);
        Shipment goodsBack = order.takeBack(new ShipmentId(ids.next()), goods);
        orders.update(order, goodsBack);
        events.publish(SalesEvents.returned(goodsBack));
        return shipped(order, goodsBack);
    }

    @Override
    public Ended cancel(SalesOrderId id, String reason) {
        SalesOrder order = require(id);
        boolean reserved = order.isPlaced();
        Ended ended = order.cancel(reason);
        orders.update(order);
        if (reserved) {
            events.publish(new SalesOrderCancelled(id.toString()));
        }
        return ended;
    }

    @Override
    public Ended close(SalesOrderId id, String reason) {
        SalesOrder order = require(id);
        Ended ended = order.close(reason);
        orders.update(order);
        if (order.isShort()) {
            events.publish(new SalesOrderCancelled(id.toString()));
        }
        return ended;
    }

    private static Shipped shipped(SalesOrder order, Shipment shipment) {
        CustomerId customer = order.header().customer();
        return new Shipped(shipment.id(), customer, shipment.amount());
    }

    private SalesOrder require(SalesOrderId id) {
        return orders.find(id).orElseThrow(() -> new NotFound("sales order", id));
    }
}
