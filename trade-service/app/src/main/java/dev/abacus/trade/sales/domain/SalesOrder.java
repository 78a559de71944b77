package dev.abacus.trade.sales.domain;

import static dev.abacus.trade.sales.domain.SalesOrderStatus.CANCELLED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.CLOSED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.DELIVERED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.DRAFT;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.PARTLY_DELIVERED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.PLACED;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.PLACING;
import static dev.abacus.trade.sales.domain.SalesOrderStatus.REJECTED;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.sales.Ended;
import dev.abacus.trade.sales.IllegalTransition;
import dev.abacus.trade.sales.OrderRequest;
import dev.abacus.trade.sales.Placement;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.ShipmentId;
import dev.abacus.trade.sales.ShipmentOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;

/**
 * A sales order. It guards its own transitions:
 *
 * <pre>
 * DRAFT ⇄ PLACING → PLACED → PARTLY_DELIVERED → DELIVERED → CLOSED
 *           ↓          ↓             └──────── short ────────↑
 *        REJECTED  CANCELLED
 * </pre>
 */
@AggregateRoot
public final class SalesOrder {

    /** The reason of a placement that was given up without anybody being there to say why. */
    private static final String UNEXPLAINED = "placement-abandoned";

    @Identity
    private final SalesOrderId id;

    private final OrderHeader header;
    private OrderProgress progress;
    private List<SalesOrderLine> lines;

    public SalesOrder(SalesOrderId id, OrderHeader header, OrderProgress progress, List<SalesOrderLine> lines) {
        this.id = id;
        this.header = header;
        this.progress = progress;
        this.lines = List.copyOf(lines);
    }

    public static SalesOrder draft(SalesOrderId id, OrderHeader header, PricedOrder priced) {
        return new SalesOrder(id, header, OrderProgress.at(DRAFT), lines(priced));
    }

    /** An order that is placed without having been a draft. */
    public static SalesOrder placing(Placement placement, OrderHeader header, String transaction, Instant now) {
        OrderProgress progress = OrderProgress.at(REJECTED).placing(transaction, now);
        return new SalesOrder(placement.order(), header, progress, lines(placement.priced()));
    }

    public SalesOrder redraft(OrderRequest request, PricedOrder priced) {
        require("changed", DRAFT);
        return new SalesOrder(id, header.with(request, priced.currency()), progress, lines(priced));
    }

    /** The draft is being placed, at the prices of now. */
    public void beginPlacing(PricedOrder priced, String transaction, Instant now) {
        require("placed", DRAFT);
        lines = lines(priced);
        progress = progress.placing(transaction, now);
    }

    public void confirmPlacing(Instant now) {
        require("confirmed", PLACING);
        progress = progress.to(PLACED).placedAt(now);
    }

    /** The order is what it would be without the try. */
    public Ended abandonPlacing() {
        require("abandoned", PLACING);
        progress = progress.to(progress.fallback()).because(UNEXPLAINED);
        return new Ended(header.customer(), total(), true);
    }

    /** Says why the last placement was off, if that is not said yet. @return whether that was news */
    public boolean explain(String reason) {
        boolean news = UNEXPLAINED.equals(progress.reason()) && progress.status() == progress.fallback();
        if (news) {
            progress = progress.because(reason);
        }
        return news;
    }

    public Shipment deliver(ShipmentId shipment, ShipmentOrder goods) {
        require("delivered", PLACED, PARTLY_DELIVERED);
        Map<Integer, Quantity> moved = goods.lines().isEmpty() ? open() : goods.lines();
        Money amount = move(moved, SalesOrderLine::deliver);
        progress = progress.to(isShort() ? PARTLY_DELIVERED : DELIVERED);
        return shipment(shipment, Shipment.Direction.DELIVERY, goods, moved, amount);
    }

    public Shipment takeBack(ShipmentId shipment, ShipmentOrder goods) {
        require("returned", PARTLY_DELIVERED, DELIVERED, CLOSED);
        Money amount = move(goods.lines(), SalesOrderLine::takeBack);
        return shipment(shipment, Shipment.Direction.RETURN, goods, goods.lines(), amount);
    }

    public Ended cancel(String reason) {
        require("cancelled", DRAFT, PLACED);
        Money freed = progress.status() == DRAFT ? Money.zero(header.currency()) : total();
        progress = progress.to(CANCELLED).because(reason);
        return new Ended(header.customer(), freed, true);
    }

    /** Closes the order, short when not all was delivered. */
    public Ended close(String reason) {
        require("closed", PARTLY_DELIVERED, DELIVERED);
        Money undelivered =
                lines.stream().map(SalesOrderLine::undelivered).reduce(Money.zero(header.currency()), Money::plus);
        progress = progress.to(CLOSED).because(reason);
        return new Ended(header.customer(), undelivered, false);
    }

    /** Whether credit and stock are reserved for it. */
    public boolean isPlaced() {
        return EnumSet.of(PLACED, PARTLY_DELIVERED, DELIVERED).contains(progress.status());
    }

    /** Whether not all of it was delivered. */
    public boolean isShort() {
        return lines.stream().anyMatch(line -> line.open().isPositive());
    }

    public PricedOrder priced() {
        return new PricedOrder(
                header.currency(), lines.stream().map(SalesOrderLine::priced).toList(), List.of());
    }

    public OrderRequest request() {
        return new OrderRequest(
                header.customer(),
                header.warehouse(),
                lines.stream()
                        .map(line -> new OrderRequest.Line(
                                line.priced().sku(), line.priced().quantity()))
                        .toList(),
                header.note());
    }

    private Money total() {
        return priced().total();
    }

    private Map<Integer, Quantity> open() {
        return lines.stream()
                .filter(line -> line.open().isPositive())
                .collect(Collectors.toMap(SalesOrderLine::number, SalesOrderLine::open));
    }

    private Money move(Map<Integer, Quantity> moved, BiFunction<SalesOrderLine, Quantity, Money> how) {
        Money amount = Money.zero(header.currency());
        for (Map.Entry<Integer, Quantity> part : moved.entrySet()) {
            amount = amount.plus(how.apply(line(part.getKey()), part.getValue()));
        }
        return amount;
    }

    /** @throws InvalidValue when there is no such line */
    public SalesOrderLine line(int number) {
        return lines.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> new InvalidValue("line", "sales order " + id + " has no line " + number));
    }

    private Shipment shipment(
            ShipmentId shipment,
            Shipment.Direction direction,
            ShipmentOrder goods,
            Map<Integer, Quantity> moved,
            Money amount) {
        String warehouse = goods.warehouse() == null ? header.warehouse() : goods.warehouse();
        Map<Integer, Quantity> ordered = new LinkedHashMap<>();
        lines.forEach(line -> {
            if (moved.containsKey(line.number())) {
                ordered.put(line.number(), moved.get(line.number()));
            }
        });
        List<Shipment.Line> parts = new ArrayList<>();
        ordered.forEach((number, quantity) ->
                parts.add(new Shipment.Line(number, line(number).priced().sku(), quantity)));
        return new Shipment(shipment, id, direction, goods.on(), warehouse, goods.reason(), amount, parts);
    }

    private void require(String wanted, SalesOrderStatus first, SalesOrderStatus... more) {
        if (!EnumSet.of(first, more).contains(progress.status())) {
            throw new IllegalTransition(id, progress.status(), wanted);
        }
    }

    private static List<SalesOrderLine> lines(PricedOrder priced) {
        return priced.lines().stream().map(SalesOrderLine::of).toList();
    }

    public SalesOrderId id() {
        return id;
    }

    public OrderHeader header() {
        return header;
    }

    public OrderProgress progress() {
        return progress;
    }

    public List<SalesOrderLine> lines() {
        return lines;
    }
}
