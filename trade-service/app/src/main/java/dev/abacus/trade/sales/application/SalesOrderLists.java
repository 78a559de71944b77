package dev.abacus.trade.sales.application;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.domain.SalesOrderSketch;
import dev.abacus.trade.sales.domain.SalesOrderStatus;

/** Sales orders to look through, page by page. */
public interface SalesOrderLists {

    /**
     * The newest first, without their lines.
     *
     * @param customer null for all
     * @param status null for all
     */
    Slice<SalesOrderSketch> list(CustomerId customer, SalesOrderStatus status, PageRequest page);
}
