package dev.abacus.inventory.warehousing.persistence;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.Reason;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.warehousing.domain.DocumentId;
import dev.abacus.inventory.warehousing.domain.DocumentKind;
import dev.abacus.inventory.warehousing.domain.DocumentLine;
import dev.abacus.inventory.warehousing.domain.Heading;
import dev.abacus.inventory.warehousing.domain.StockDocument;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Between a document and its rows. */
final class DocumentRows {

    private DocumentRows() {}

    static DocumentRow row(StockDocument document) {
        Heading heading = document.heading();
        DocumentRow row = new DocumentRow();
        row.id = document.id().value();
        row.kind = heading.kind().name();
        row.state = document.state().name();
        row.warehouseId = heading.warehouse().value();
        row.toWarehouseId =
                heading.toWarehouse() == null ? null : heading.toWarehouse().value();
        row.occurredOn = heading.occurredOn();
        row.reason = heading.reason().code();
        row.reference = heading.reference();
        row.origin = heading.origin();
        row.reverses = document.reverses() == null ? null : document.reverses().value();
        row.postedAt =
                document.postedAt() == null ? null : LocalDateTime.ofInstant(document.postedAt(), ZoneOffset.UTC);
        row.version = document.version();
        return row;
    }

    static DocumentLineRow row(long id, DocumentId document, DocumentLine line) {
        DocumentLineRow row = new DocumentLineRow();
        row.id = id;
        row.documentId = document.value();
        row.lineNo = line.number();
        row.productId = line.product().value();
        row.quantity = line.entered().amount();
        row.unit = line.entered().unit().code();
        row.stockQuantity = line.stock().amount();
        row.stockUnit = line.stock().unit().code();
        row.expected = line.expected() == null ? null : line.expected().amount();
        return row;
    }

    static StockDocument document(DocumentRow row, List<DocumentLineRow> lines) {
        return new StockDocument(
                new DocumentId(row.id),
                new Heading(
                        DocumentKind.valueOf(row.kind),
                        new WarehouseId(row.warehouseId),
                        row.toWarehouseId == null ? null : new WarehouseId(row.toWarehouseId),
                        row.occurredOn,
                        new Reason(row.reason),
                        row.reference,
                        row.origin),
                StockDocument.State.valueOf(row.state),
                row.reverses == null ? null : new DocumentId(row.reverses),
                lines.stream().map(DocumentRows::line).toList(),
                row.postedAt == null ? null : row.postedAt.toInstant(ZoneOffset.UTC),
                row.version);
    }

    private static DocumentLine line(DocumentLineRow row) {
        Unit stockUnit = Unit.of(row.stockUnit);
        return new DocumentLine(
                row.lineNo,
                new ProductId(row.productId),
                new Quantity(row.quantity, Unit.of(row.unit)),
                new Quantity(row.stockQuantity, stockUnit),
                row.expected == null ? null : new Quantity(row.expected, stockUnit));
    }
}
