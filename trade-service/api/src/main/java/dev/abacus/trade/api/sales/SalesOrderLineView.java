package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;

/**
 * A line with its price as it was when the order was placed.
 *
 * @param gross the unit price times the quantity
 * @param promotionId whose discount it is, or null
 * @param net gross less discount
 */
public record SalesOrderLineView(
        int number,
        String sku,
        Quantity quantity,
        Money unitPrice,
        String priceListId,
        Money gross,
        Money discount,
        String promotionId,
        Money net,
        Quantity delivered,
        Quantity returned) {}
