package dev.abacus.e2e;

import dev.abacus.inventory.api.StockDocumentDraft;
import dev.abacus.inventory.api.StockDocumentView;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.story.Crew;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.OrderLine;
import java.math.BigDecimal;
import java.util.List;

/** Orders and stock to test with. */
public final class Orders {

    private Orders() {}

    /** An order over one article for the company's best customer. */
    public static NewSalesOrder of(Crew crew, Article article, long pieces) {
        String customer =
                crew.customer(crew.company().customers().getFirst().code()).id();
        return new NewSalesOrder(customer, null, List.of(line(article, pieces)), null, null);
    }

    public static OrderLine line(Article article, long pieces) {
        return new OrderLine(article.sku(), Quantity.of(Long.toString(pieces), article.piece()));
    }

    /** Puts pieces on the shelf, by a receipt of the warehouse. */
    public static void stock(Crew crew, Article article, long pieces) {
        StockDocumentView draft = crew.administrator()
                .documents()
                .draft(
                        new StockDocumentDraft(
                                StockDocumentView.Kind.RECEIPT,
                                null,
                                null,
                                crew.today(),
                                null,
                                null,
                                List.of(new StockDocumentDraft.Line(
                                        article.sku(), BigDecimal.valueOf(pieces), article.piece()))),
                        null);
        crew.administrator().documents().post(draft.id(), "\"" + draft.version() + "\"");
    }
}
