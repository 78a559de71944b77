package dev.abacus.inventory.warehousing.web;

import dev.abacus.inventory.api.StockDocumentDraft;
import dev.abacus.inventory.api.StockDocumentView;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.warehousing.application.Paper;
import dev.abacus.inventory.warehousing.domain.DocumentFilter;
import dev.abacus.inventory.warehousing.domain.DocumentKind;
import dev.abacus.inventory.warehousing.domain.DocumentLine;
import dev.abacus.inventory.warehousing.domain.Heading;
import dev.abacus.inventory.warehousing.domain.StockDocument;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.kernel.web.Slice;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Documents as the API tells them and takes them. */
@Component
class DocumentViews {

    private final Names names;

    DocumentViews(Names names) {
        this.names = names;
    }

    static Paper paper(StockDocumentDraft draft) {
        return new Paper(
                DocumentKind.valueOf(draft.kind().name()),
                draft.warehouse(),
                draft.toWarehouse(),
                draft.occurredOn(),
                draft.reason() == null ? null : new Reason(draft.reason()),
                draft.reference(),
                null,
                draft.lines().stream()
                        .map(line ->
                                new Paper.Line(Sku.of(line.sku()), new Quantity(line.quantity(), Unit.of(line.unit()))))
                        .toList());
    }

    static DocumentFilter filter(StockDocumentView.Kind kind, StockDocumentView.State state, String reference) {
        return new DocumentFilter(
                kind == null ? null : DocumentKind.valueOf(kind.name()),
                state == null ? null : StockDocument.State.valueOf(state.name()),
                reference);
    }

    StockDocumentView of(StockDocument document) {
        return view(document, names.of(products(Stream.of(document))));
    }

    Slice<StockDocumentView> of(Slice<StockDocument> documents) {
        Names.Of named = names.of(products(documents.items().stream()));
        return documents.map(document -> view(document, named));
    }

    private static List<ProductId> products(Stream<StockDocument> documents) {
        return documents
                .flatMap(document -> document.lines().stream())
                .map(DocumentLine::product)
                .toList();
    }

    private static StockDocumentView view(StockDocument document, Names.Of named) {
        Heading heading = document.heading();
        return new StockDocumentView(
                document.id().toString(),
                StockDocumentView.Kind.valueOf(heading.kind().name()),
                StockDocumentView.State.valueOf(document.state().name()),
                named.warehouse(heading.warehouse()),
                named.warehouse(heading.toWarehouse()),
                heading.occurredOn(),
                heading.reason().code(),
                heading.reference(),
                document.reverses() == null ? null : document.reverses().toString(),
                document.lines().stream()
                        .map(line -> new StockDocumentView.Line(
                                line.number(), named.sku(line.product()), line.entered(), line.expected()))
                        .toList(),
                document.postedAt(),
                document.version());
    }
}
