package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.stock.LedgerEntry;
import dev.abacus.inventory.stock.LedgerQuery;
import dev.abacus.inventory.stock.Movement;
import dev.abacus.inventory.stock.StockKey;
import dev.abacus.kernel.domain.Quantity;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The current tenant's ledger: only ever added to. */
public interface Ledger {

    void add(String source, List<Movement> movements);

    /** By business day, then as posted; one more than {@code limit} when there are more. @param after null for the first */
    List<LedgerEntry> list(LedgerQuery query, LedgerPosition after, int limit);

    Map<StockKey, Quantity> sums(Collection<ProductId> products);

    /** The first products after {@code after} that ever moved, in the order of their ids. */
    List<ProductId> productsAfter(long after, int limit);
}
