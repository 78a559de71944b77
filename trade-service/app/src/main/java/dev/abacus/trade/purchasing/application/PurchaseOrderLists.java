package dev.abacus.trade.purchasing.application;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.purchasing.domain.PurchaseOrderStatus;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;

/** Purchase orders to look through, page by page. */
public interface PurchaseOrderLists {

    /**
     * The newest first, without their lines.
     *
     * @param supplier null for all
     * @param status null for all
     */
    Slice<PurchaseOrders.Sketch> list(SupplierId supplier, PurchaseOrderStatus status, PageRequest page);
}
