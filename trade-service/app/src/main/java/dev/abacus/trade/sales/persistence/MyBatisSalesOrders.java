package dev.abacus.trade.sales.persistence;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.KeyTaken;
import dev.abacus.trade.sales.PlacedBefore;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.UnsettledPlacement;
import dev.abacus.trade.sales.application.SalesOrderLists;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.SalesOrderSketch;
import dev.abacus.trade.sales.domain.SalesOrderStatus;
import dev.abacus.trade.sales.domain.SalesOrders;
import dev.abacus.trade.sales.domain.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisSalesOrders implements SalesOrders, SalesOrderLists {

    private static final int AT_MOST = 100;

    private final SalesOrderMapper orders;
    private final SalesOrderLineMapper lines;
    private final ShipmentMapper shipments;
    private final ShipmentLineMapper shipmentLines;
    private final Ids ids;

    MyBatisSalesOrders(
            SalesOrderMapper orders,
            SalesOrderLineMapper lines,
            ShipmentMapper shipments,
            ShipmentLineMapper shipmentLines,
            Ids ids) {
        this.orders = orders;
        this.lines = lines;
        this.shipments = shipments;
        this.shipmentLines = shipmentLines;
        this.ids = ids;
    }

    @Override
    public Optional<SalesOrder> find(SalesOrderId id) {
        return Optional.ofNullable(orders.selectById(id.value())).map(row -> row.toOrder(linesOf(id)));
    }

    private List<SalesOrderLineRow> linesOf(SalesOrderId order) {
        return lines.selectList(new QueryWrapper<SalesOrderLineRow>()
                .eq("order_id", order.value())
                .orderByAsc("number"));
    }

    @Override
    public Slice<SalesOrderSketch> list(CustomerId customer, SalesOrderStatus status, PageRequest page) {
        var query = new QueryWrapper<SalesOrderRow>();
        if (customer != null) {
            query.eq("customer_id", customer.value());
        }
        if (status != null) {
            query.eq("status", status.name());
        }
        page.afterId().ifPresent(id -> query.lt("id", id));
        query.orderByDesc("id").last("LIMIT " + page.limitAndOne());
        return Slice.of(orders.selectList(query), page, row -> row.id).map(SalesOrderRow::toSketch);
    }

    @Override
    public void add(SalesOrder order) {
        orders.insert(SalesOrderRow.of(order));
        insertLines(order);
    }

    @Override
    public void add(SalesOrder order, String key, String fingerprint) {
        SalesOrderRow row = SalesOrderRow.of(order);
        row.idempotencyKey = key;
        row.fingerprint = fingerprint;
        try {
            orders.insert(row);
        } catch (DuplicateKeyException e) {
            throw new KeyTaken(key);
        }
        insertLines(order);
    }

    @Override
    public void update(SalesOrder order) {
        int version = order.header().version();
        if (orders.change(SalesOrderRow.of(order)) == 0) {
            throw new EntityVersion.Stale(version, version + 1);
        }
    }

    @Override
    public void updateWithLines(SalesOrder order) {
        update(order);
        lines.delete(
                new QueryWrapper<SalesOrderLineRow>().eq("order_id", order.id().value()));
        insertLines(order);
    }

    private void insertLines(SalesOrder order) {
        order.lines().forEach(line -> lines.insert(SalesOrderLineRow.of(ids.next(), order.id(), line)));
    }

    @Override
    public void freeKey(SalesOrderId id) {
        orders.freeKey(id.value());
    }

    @Override
    public Optional<PlacedBefore> placedUnder(String key) {
        return Optional.ofNullable(orders.selectOne(new QueryWrapper<SalesOrderRow>().eq("idempotency_key", key)))
                .map(SalesOrderRow::toPlacedBefore);
    }

    @Override
    public List<UnsettledPlacement> placingSinceBefore(Instant moment) {
        return orders
                .selectList(new QueryWrapper<SalesOrderRow>()
                        .eq("status", SalesOrderStatus.PLACING.name())
                        .lt("placing_since", moment)
                        .orderByAsc("placing_since")
                        .last("LIMIT " + AT_MOST))
                .stream()
                .map(SalesOrderRow::toUnsettled)
                .toList();
    }

    @Override
    public List<SalesOrderId> undeliveredSince(Instant moment) {
        return orders
                .selectList(new QueryWrapper<SalesOrderRow>()
                        .select("id")
                        .eq("status", SalesOrderStatus.PLACED.name())
                        .lt("placed_at", moment)
                        .orderByAsc("placed_at")
                        .last("LIMIT " + AT_MOST))
                .stream()
                .map(SalesOrderRow::toId)
                .toList();
    }

    @Override
    public void update(SalesOrder order, Shipment shipment) {
        update(order);
        shipments.insert(ShipmentRow.of(shipment));
        for (Shipment.Line moved : shipment.lines()) {
            lines.move(SalesOrderLineRow.of(0, order.id(), order.line(moved.number())));
            shipmentLines.insert(ShipmentLineRow.of(ids.next(), shipment.id(), moved));
        }
    }

    @Override
    public List<Shipment> shipments(SalesOrderId order, Shipment.Direction direction) {
        List<ShipmentRow> found = shipments.selectList(new QueryWrapper<ShipmentRow>()
                .eq("order_id", order.value())
                .eq("direction", direction.name())
                .orderByAsc("id"));
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ShipmentLineRow>> byShipment = shipmentLines
                .selectList(new QueryWrapper<ShipmentLineRow>()
                        .in("shipment_id", found.stream().map(row -> row.id).toList())
                        .orderByAsc("number"))
                .stream()
                .collect(Collectors.groupingBy(row -> row.shipmentId));
        return found.stream()
                .map(row -> row.toShipment(byShipment.getOrDefault(row.id, List.of())))
                .toList();
    }
}
