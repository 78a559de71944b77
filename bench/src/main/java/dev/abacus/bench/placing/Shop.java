package dev.abacus.bench.placing;

import dev.abacus.bench.harness.NewCompany;
import dev.abacus.bench.harness.Stack;
import dev.abacus.inventory.api.StockDocumentDraft;
import dev.abacus.inventory.api.StockDocumentView;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Json;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.seed.story.Journal;
import dev.abacus.seed.story.MasterData;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A company that can sell for ever: customers with endless credit, full shelves, and a promotion with a quota. An
 * order is two lines: an article at list price, another for each order, and the one that is ten percent off.
 */
public final class Shop {

    private static final BigDecimal FULL = new BigDecimal("9000000");
    /** The seed's master data takes a tenth off this one. */
    private static final int DISCOUNTED = 5;

    private static final int AT_LIST_PRICE = 4;

    private final Crew crew;

    private Shop(Crew crew) {
        this.crew = crew;
    }

    static Shop open(Stack stack, Journal journal) {
        Crew crew = NewCompany.onboard(stack, journal);
        new MasterData(crew, journal).state();
        Shop shop = new Shop(crew);
        journal.step("fill the shelves", shop::fill);
        return shop;
    }

    long tenant() {
        return crew.tenant().id().value();
    }

    String shard() {
        return crew.tenant().shard();
    }

    Bearer seller() {
        return crew.seller().bearer();
    }

    /** The bodies of the orders that are sent, in turn. */
    List<String> orders() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < crew.company().customers().size(); i++) {
            String customer =
                    crew.customer(crew.company().customers().get(i).code()).id();
            NewSalesOrder order = new NewSalesOrder(
                    customer,
                    null,
                    List.of(line(article(i % AT_LIST_PRICE)), line(article(DISCOUNTED))),
                    null,
                    "bench");
            bodies.add(Json.MAPPER.writeValueAsString(order));
        }
        return bodies;
    }

    private String fill() {
        var today = crew.today();
        List<StockDocumentDraft.Line> lines = Stream.concat(
                        IntStream.range(0, AT_LIST_PRICE).mapToObj(this::article), Stream.of(article(DISCOUNTED)))
                .map(article -> new StockDocumentDraft.Line(article.sku(), FULL, article.piece()))
                .toList();
        var receipt = new StockDocumentDraft(StockDocumentView.Kind.RECEIPT, null, null, today, null, null, lines);
        StockDocumentView draft = crew.keeper().documents().draft(receipt, null);
        crew.keeper().documents().post(draft.id(), "\"" + draft.version() + "\"");
        return lines.size() + " articles, " + FULL + " pieces each";
    }

    private Article article(int index) {
        return crew.company().articles().get(index);
    }

    private static OrderLine line(Article article) {
        return new OrderLine(article.sku(), Quantity.of("2", article.piece()));
    }
}
