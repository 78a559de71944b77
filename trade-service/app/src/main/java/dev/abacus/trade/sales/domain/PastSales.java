package dev.abacus.trade.sales.domain;

import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.sales.SalesHistory.Day;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The days of the past in the current tenant. */
public interface PastSales {

    /** A day of a SKU. */
    record Key(Sku sku, LocalDate date) {}

    /** The days that are kept for any of {@code skus} from {@code first} to {@code last}. */
    Set<Key> keys(Collection<Sku> skus, LocalDate first, LocalDate last);

    void add(long importId, List<Day> days);
}
