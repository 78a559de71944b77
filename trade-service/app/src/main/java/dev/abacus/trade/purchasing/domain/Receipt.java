package dev.abacus.trade.purchasing.domain;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.ReceiptId;
import java.time.LocalDate;
import java.util.List;

/**
 * Goods of one order that arrived. Never changed.
 *
 * @param warehouse the code of the warehouse that took them; null for the company's default
 */
public record Receipt(ReceiptId id, PurchaseOrderId order, LocalDate on, String warehouse, List<Line> lines) {

    /** So much of one of the order's lines. */
    public record Line(int number, Sku sku, Quantity quantity) {}

    public Receipt {
        lines = List.copyOf(lines);
    }
}
