package dev.abacus.trade.sales;

import static dev.abacus.trade.catalogue.ProductMother.PCS;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.TimeSortedIds;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.sales.domain.OrderHeader;
import dev.abacus.trade.sales.domain.SalesOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders that tests sell on. */
public final class SalesMother {

    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final UserId CLERK = new UserId(42);
    private static final Ids IDS = new TimeSortedIds();

    private SalesMother() {}

    public static Money yuan(String amount) {
        return Money.of(amount, "CNY");
    }

    public static Quantity pcs(int amount) {
        return Quantity.of(amount, PCS);
    }

    /** A line of {@code pieces} at a unit price, with a discount by promotion 1 unless it is zero. */
    public static PricedOrder.Line line(int number, String sku, int pieces, String unitPrice, String discount) {
        boolean promoted = !yuan(discount).isZero();
        return new PricedOrder.Line(
                number,
                Sku.of(sku),
                pcs(pieces),
                yuan(unitPrice),
                new PriceListId(1),
                yuan(discount),
                promoted ? new PromotionId(1) : null);
    }

    public static PricedOrder priced(PricedOrder.Line... lines) {
        return new PricedOrder(PartyMother.CNY, List.of(lines), List.of());
    }

    public static OrderRequest request(CustomerId customer, PricedOrder priced) {
        List<OrderRequest.Line> lines = new ArrayList<>();
        priced.lines().forEach(line -> lines.add(new OrderRequest.Line(line.sku(), line.quantity())));
        return new OrderRequest(customer, "MAIN", lines, null);
    }

    public static Placement placement(CustomerId customer, PricedOrder priced) {
        return placement(new SalesOrderId(IDS.next()), customer, priced);
    }

    public static Placement placement(SalesOrderId id, CustomerId customer, PricedOrder priced) {
        return new Placement(id, null, request(customer, priced), priced, CLERK, null, null);
    }

    public static Placement placementUnder(String key, CustomerId customer, PricedOrder priced) {
        return new Placement(
                new SalesOrderId(IDS.next()), null, request(customer, priced), priced, CLERK, key, "f".repeat(64));
    }

    public static SalesOrder draft(CustomerId customer, PricedOrder priced) {
        OrderHeader header = OrderHeader.of(request(customer, priced), priced.currency(), CLERK, NOW);
        return SalesOrder.draft(new SalesOrderId(IDS.next()), header, priced);
    }

    public static SalesOrder placing(PricedOrder priced) {
        Placement placement = placement(new CustomerId(7), priced);
        OrderHeader header = OrderHeader.of(placement.request(), priced.currency(), CLERK, NOW);
        return SalesOrder.placing(placement, header, "xid-1", NOW);
    }

    public static SalesOrder placed(PricedOrder priced) {
        SalesOrder order = placing(priced);
        order.confirmPlacing(NOW);
        return order;
    }

    public static ShipmentOrder goods(Map<Integer, Quantity> lines) {
        return new ShipmentOrder(TODAY, null, null, lines);
    }

    public static ShipmentOrder everything() {
        return goods(Map.of());
    }
}
