package dev.abacus.trade.sales.application;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.sales.SalesHistory.Day;
import java.time.LocalDate;

/** The days of the past to look through, page by page. */
public interface PastSalesLists {

    /** The days of a SKU in their order. @param from null for all */
    Slice<Day> days(Sku sku, LocalDate from, PageRequest page);
}
