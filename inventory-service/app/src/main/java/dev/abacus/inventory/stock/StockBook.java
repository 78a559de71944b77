package dev.abacus.inventory.stock;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.util.Collection;
import java.util.List;

/** The current tenant's levels and ledger, for reading. */
public interface StockBook {

    /**
     * The levels that there are, in the order of their keys.
     *
     * @param warehouse every one when null
     */
    List<StockLevel> levels(Collection<ProductId> products, WarehouseId warehouse);

    /** @param warehouse every one when null */
    Slice<StockLevel> list(WarehouseId warehouse, PageRequest page);

    /** By business day, then as posted. */
    Slice<LedgerEntry> ledger(LedgerQuery query, PageRequest page);
}
