package dev.abacus.inventory.warehousing.application;

import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.stock.StockBook;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.warehousing.domain.DocumentKind;
import dev.abacus.inventory.warehousing.domain.DocumentLine;
import dev.abacus.inventory.warehousing.domain.Heading;
import dev.abacus.kernel.domain.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what somebody wrote into the terms of a document: ids, stock units, and what the books say when it is a count. */
@Component
class WritingDocuments {

    private final ProductCatalogue products;
    private final KeepingWarehouses warehouses;
    private final StockBook stock;

    WritingDocuments(ProductCatalogue products, KeepingWarehouses warehouses, StockBook stock) {
        this.products = products;
        this.warehouses = warehouses;
        this.stock = stock;
    }

    Heading heading(Paper paper) {
        return new Heading(
                paper.kind(),
                warehouses.meant(paper.warehouse()).id(),
                paper.toWarehouse() == null
                        ? null
                        : warehouses.meant(paper.toWarehouse()).id(),
                paper.occurredOn(),
                paper.reason(),
                paper.reference(),
                paper.origin());
    }

    /** @throws dev.abacus.inventory.product.UnknownSkus when some of the SKUs name no product */
    List<DocumentLine> lines(Paper paper, Heading heading) {
        Map<Sku, StockItem> items =
                products.require(paper.lines().stream().map(Paper.Line::sku).toList());
        Map<ProductId, Quantity> books = paper.kind() == DocumentKind.STOCKTAKE ? books(items, heading) : Map.of();
        List<DocumentLine> lines = new ArrayList<>();
        for (Paper.Line line : paper.lines()) {
            StockItem item = items.get(line.sku());
            lines.add(new DocumentLine(
                    lines.size() + 1,
                    item.id(),
                    line.quantity(),
                    item.inStockUnit(line.quantity()),
                    books.get(item.id())));
        }
        return lines;
    }

    private Map<ProductId, Quantity> books(Map<Sku, StockItem> items, Heading heading) {
        WarehouseId warehouse = heading.warehouse();
        Map<ProductId, StockLevel> levels =
                stock.levels(items.values().stream().map(StockItem::id).toList(), warehouse).stream()
                        .collect(Collectors.toMap(level -> level.key().product(), Function.identity()));
        return items.values().stream()
                .collect(Collectors.toMap(
                        StockItem::id,
                        item -> levels.containsKey(item.id())
                                ? levels.get(item.id()).onHand()
                                : Quantity.zero(item.units().base())));
    }
}
