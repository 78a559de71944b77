package dev.abacus.trade.purchasing;

import static dev.abacus.trade.catalogue.ProductMother.PCS;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.TimeSortedIds;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.PartyMother;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.purchasing.domain.ApprovalPolicy;
import dev.abacus.trade.purchasing.domain.OrderedLine;
import dev.abacus.trade.purchasing.domain.PurchaseOrder;
import dev.abacus.trade.purchasing.domain.PurchaseTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Purchase orders that tests buy on. */
public final class PurchaseMother {

    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123456Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    public static final UserId BUYER = new UserId(1);
    public static final UserId BOSS = new UserId(2);
    private static final Ids IDS = new TimeSortedIds();

    private PurchaseMother() {}

    public static OrderedLine line(String sku, int pieces, String unitCost) {
        return new OrderedLine(Sku.of(sku), Quantity.of(pieces, PCS), Money.of(unitCost, "CNY"));
    }

    public static PurchaseTerms terms(SupplierId supplier, OrderedLine... lines) {
        return new PurchaseTerms(supplier, PartyMother.CNY, "MAIN", null, "with care", List.of(lines));
    }

    public static PurchaseOrder draft(SupplierId supplier, OrderedLine... lines) {
        return PurchaseOrder.draft(new PurchaseOrderId(IDS.next()), BUYER, terms(supplier, lines), NOW);
    }

    /** To arrive in a week. */
    public static PurchaseOrder approved(SupplierId supplier, OrderedLine... lines) {
        PurchaseOrder order = draft(supplier, lines);
        order.approve(BOSS, ApprovalPolicy.FOUR_EYES, 7, NOW);
        return order;
    }

    public static ReceiptId receiptId() {
        return new ReceiptId(IDS.next());
    }

    /** @param lines how much of each line, by its number; empty for all that is still expected */
    public static ArrivedGoods goods(Map<Integer, Quantity> lines) {
        return new ArrivedGoods(TODAY, null, lines);
    }
}
