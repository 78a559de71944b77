package dev.abacus.inventory.stock.application;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.LedgerEntry;
import dev.abacus.inventory.stock.LedgerQuery;
import dev.abacus.inventory.stock.StockBook;
import dev.abacus.inventory.stock.StockLevel;
import dev.abacus.inventory.stock.WarehouseId;
import dev.abacus.inventory.stock.domain.Ledger;
import dev.abacus.inventory.stock.domain.LedgerPosition;
import dev.abacus.inventory.stock.domain.Levels;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads levels and the ledger. */
@Service
class ReadingStock implements StockBook {

    private final Levels levels;
    private final Ledger ledger;

    ReadingStock(Levels levels, Ledger ledger) {
        this.levels = levels;
        this.ledger = ledger;
    }

    @Override
    public List<StockLevel> levels(Collection<ProductId> products, WarehouseId warehouse) {
        return levels.of(products, warehouse);
    }

    @Override
    public Slice<StockLevel> list(WarehouseId warehouse, PageRequest page) {
        return Slice.of(levels.list(warehouse, page.afterId().orElse(0), page.limitAndOne()), page, StockLevel::id);
    }

    @Override
    public Slice<LedgerEntry> ledger(LedgerQuery query, PageRequest page) {
        LedgerPosition after = page.after().map(LedgerPosition::parse).orElse(null);
        return Slice.of(ledger.list(query, after, page.limitAndOne()), page, LedgerPosition::of);
    }
}
