package dev.abacus.inventory.warehousing.web;

import dev.abacus.inventory.api.LedgerEntryView;
import dev.abacus.inventory.api.Permissions;
import dev.abacus.inventory.api.StockLevelView;
import dev.abacus.inventory.api.StockLookup;
import dev.abacus.inventory.product.ProductCatalogue;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.StockItem;
import dev.abacus.inventory.stock.LedgerEntry;
import dev.abacus.inventory.stock.LedgerQuery;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.StockBook;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.warehousing.application.KeepingWarehouses;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock")
@Tag(name = "Stock", description = "How much there is, and how it came to be.")
class StockController {

    private final StockBook stock;
    private final ProductCatalogue products;
    private final KeepingWarehouses warehouses;
    private final Names names;

    StockController(StockBook stock, ProductCatalogue products, KeepingWarehouses warehouses, Names names) {
        this.stock = stock;
        this.products = products;
        this.warehouses = warehouses;
        this.names = names;
    }

    @GetMapping
    @PermissionPoint(Permissions.STOCK_READ)
    @Operation(operationId = "listStock", summary = "List stock levels in the order in which they came to be")
    Slice<StockLevelView> levels(@RequestParam(required = false) String warehouse, PageRequest page) {
        Slice<StockLevel> levels = stock.list(warehouses.filter(warehouse), page);
        Names.Of named = names.of(products(levels.items()));
        return levels.map(level -> view(level, named));
    }

    @PostMapping("/lookup")
    @PermissionPoint(Permissions.STOCK_READ)
    @Operation(operationId = "lookUpStock", summary = "Get the stock levels of up to 500 SKUs")
    List<StockLevelView> lookup(@RequestBody @Valid StockLookup lookup) {
        List<ProductId> ids = products.find(lookup.skus().stream().map(Sku::of).toList()).values().stream()
                .map(StockItem::id)
                .toList();
        List<StockLevel> levels = stock.levels(ids, warehouses.filter(lookup.warehouse()));
        Names.Of named = names.of(products(levels));
        return levels.stream().map(level -> view(level, named)).toList();
    }

    @GetMapping("/ledger")
    @PermissionPoint(Permissions.STOCK_READ)
    @Operation(
            operationId = "listStockLedger",
            summary = "List a product's movements by business day",
            description = "Entries of a day come in the order in which they were posted.")
    Slice<LedgerEntryView> ledger(
            @RequestParam String sku,
            @RequestParam(required = false) String warehouse,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            PageRequest page) {
        Sku wanted = Sku.of(sku);
        ProductId product = products.require(List.of(wanted)).get(wanted).id();
        Slice<LedgerEntry> entries =
                stock.ledger(new LedgerQuery(product, warehouses.filter(warehouse), from, to), page);
        Names.Of named = names.of(List.of(product));
        return entries.map(entry -> view(entry, named));
    }

    private static List<ProductId> products(List<StockLevel> levels) {
        return levels.stream().map(level -> level.key().product()).toList();
    }

    private static StockLevelView view(StockLevel level, Names.Of named) {
        return new StockLevelView(
                level.key().product().toString(),
                named.sku(level.key()),
                named.warehouse(level.key()),
                level.onHand(),
                level.reserved(),
                level.available());
    }

    private static LedgerEntryView view(LedgerEntry entry, Names.Of named) {
        Movement movement = entry.movement();
        return new LedgerEntryView(
                Long.toString(entry.id()),
                named.sku(movement.key()),
                named.warehouse(movement.key()),
                movement.occurredOn(),
                movement.quantity(),
                movement.reason().code(),
                entry.source(),
                entry.postedAt());
    }
}
