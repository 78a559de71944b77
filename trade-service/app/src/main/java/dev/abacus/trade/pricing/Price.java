package dev.abacus.trade.pricing;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;

/**
 * The price that a customer gets for so much of a SKU, and why it is this one.
 *
 * @param unitPrice for one of the quantity's unit
 * @param customerSpecific whether the list is for this customer alone
 * @param from the least quantity of the break that was reached
 */
public record Price(
        Sku sku,
        Quantity quantity,
        Money unitPrice,
        PriceListId list,
        String listCode,
        boolean customerSpecific,
        Quantity from) {

    /** The unit price times the quantity, rounded once. */
    public Money amount() {
        return unitPrice.times(quantity.amount());
    }
}
