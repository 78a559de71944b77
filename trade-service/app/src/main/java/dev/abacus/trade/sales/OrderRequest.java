package dev.abacus.trade.sales;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import java.util.List;

/**
 * What a customer wants.
 *
 * @param warehouse the code of the warehouse to ship from; null for the company's default
 * @param note for people; may be null
 */
public record OrderRequest(CustomerId customer, String warehouse, List<Line> lines, String note) {

    public OrderRequest {
        lines = List.copyOf(lines);
    }

    /** So much of a SKU. */
    public record Line(Sku sku, Quantity quantity) {

        public Line {
            quantity.positive();
        }
    }
}
