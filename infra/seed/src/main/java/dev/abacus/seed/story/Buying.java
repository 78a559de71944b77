package dev.abacus.seed.story;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.seed.client.Key;
import dev.abacus.seed.company.Article;
import dev.abacus.trade.api.Reason;
import dev.abacus.trade.api.party.SupplierView;
import dev.abacus.trade.api.purchasing.NewPurchaseOrder;
import dev.abacus.trade.api.purchasing.NewReceipt;
import dev.abacus.trade.api.purchasing.PurchaseOrderStatus;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A purchase order from its draft to the full shelf. */
public final class Buying {

    private static final int CASES = 10;
    private static final int FIRST_ARRIVAL = 4;

    private final Crew crew;
    private final Journal journal;
    private final String run;
    private final List<Article> articles;

    /** @param run tells this telling of the story from others, for they all order the same */
    public Buying(Crew crew, Journal journal, String run) {
        this.crew = crew;
        this.journal = journal;
        this.run = run;
        Goods goods = Goods.of(crew.company());
        this.articles = List.of(goods.plain(), goods.discounted(), goods.bundled());
    }

    public void buy() {
        PurchaseOrderView draft = journal.step(
                "buyer drafts a purchase order",
                this::draft,
                order -> order.lines().size() + " articles, " + order.total());
        journal.step("buyer approves it himself", () -> refusedApproval(draft));
        journal.step("administrator approves it", () -> approve(draft), order -> "expected on " + order.expectedOn());
        Map<String, Shelf> before = shelves();
        journal.step("keeper takes in the first cases", () -> firstArrival(draft, before));
        journal.step("keeper takes in the rest", () -> rest(draft, before));
        journal.step("buyer closes the order", () -> close(draft));
    }

    private PurchaseOrderView draft() {
        SupplierView supplier = crew.supplier(articles.getFirst().supplier());
        NewPurchaseOrder wish = new NewPurchaseOrder(
                supplier.id(), null, null, articles.stream().map(this::line).toList(), "demo");
        PurchaseOrderView order = crew.buyer().purchaseOrders().draft(Key.of(run + " buy", wish), wish);
        Expect.that("its status", order.status(), PurchaseOrderStatus.DRAFT);
        BigDecimal total = articles.stream()
                .map(article -> caseCost(article).multiply(BigDecimal.valueOf(CASES)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Expect.that("its total", order.total(), crew.company().money(total));
        return order;
    }

    private NewPurchaseOrder.Line line(Article article) {
        return new NewPurchaseOrder.Line(
                article.sku(),
                Quantity.of(Integer.toString(CASES), article.purchase()),
                crew.company().money(caseCost(article)));
    }

    private static BigDecimal caseCost(Article article) {
        return article.cost().multiply(BigDecimal.valueOf(article.piecesPerCase()));
    }

    private String refusedApproval(PurchaseOrderView draft) {
        Expect.refused(403, "forbidden", () -> crew.buyer().purchaseOrders().approve(draft.id(), version(draft)));
        return "refused, as it should be: four eyes";
    }

    private PurchaseOrderView approve(PurchaseOrderView draft) {
        PurchaseOrderView order = crew.administrator().purchaseOrders().approve(draft.id(), version(draft));
        Expect.that("its status", order.status(), PurchaseOrderStatus.APPROVED);
        int leadTime = crew.supplier(articles.getFirst().supplier()).leadTimeDays();
        // trade-service does not know where its companies are: it counts from the day that it is in UTC
        LocalDate approved = LocalDate.ofInstant(order.approvedAt(), ZoneOffset.UTC);
        Expect.that("the expected day", order.expectedOn(), approved.plusDays(leadTime));
        return order;
    }

    private String firstArrival(PurchaseOrderView order, Map<String, Shelf> before) {
        Article first = articles.getFirst();
        NewReceipt receipt = new NewReceipt(
                crew.today(),
                null,
                List.of(new NewReceipt.Line(1, Quantity.of(Integer.toString(FIRST_ARRIVAL), first.purchase()))));
        crew.keeper().purchaseOrders().receive(order.id(), Key.of(run + " first " + order.id(), receipt), receipt);
        Expect.that("its status", read(order).status(), PurchaseOrderStatus.PARTLY_RECEIVED);
        return first.sku() + ": " + awaited(first, before, FIRST_ARRIVAL);
    }

    private String rest(PurchaseOrderView order, Map<String, Shelf> before) {
        NewReceipt receipt = new NewReceipt(crew.today(), null, null);
        crew.keeper().purchaseOrders().receive(order.id(), Key.of(run + " rest " + order.id(), receipt), receipt);
        Expect.that("its status", read(order).status(), PurchaseOrderStatus.RECEIVED);
        return articles.stream()
                .map(article -> article.sku() + ": " + awaited(article, before, CASES))
                .collect(Collectors.joining("; "));
    }

    private Shelf awaited(Article article, Map<String, Shelf> before, int cases) {
        Shelf expected = before.get(article.sku()).plus((long) cases * article.piecesPerCase(), 0);
        return Expect.soon("the stock is " + expected, () -> shelf(article), expected::isAs);
    }

    private String close(PurchaseOrderView order) {
        Reason reason = new Reason("all there");
        var closed =
                crew.buyer().purchaseOrders().close(order.id(), Key.of(run + " close " + order.id(), reason), reason);
        Expect.that("its status", closed.status(), PurchaseOrderStatus.CLOSED);
        return closed.status().toString();
    }

    private PurchaseOrderView read(PurchaseOrderView order) {
        return crew.keeper().purchaseOrders().get(order.id());
    }

    private Map<String, Shelf> shelves() {
        return articles.stream().collect(Collectors.toMap(Article::sku, this::shelf));
    }

    private Shelf shelf(Article article) {
        return Shelf.of(crew.keeper(), article.sku());
    }

    private static String version(PurchaseOrderView order) {
        return "\"" + order.version() + "\"";
    }
}
