package dev.abacus.trade.api.pricing;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;

/**
 * The price that a customer gets, and why it is this one.
 *
 * @param unitPrice for one of the quantity's unit
 * @param amount the unit price times the quantity
 * @param from the least quantity of the break that was reached
 * @param customerSpecific whether the list is for this customer alone
 */
public record PriceView(
        String sku,
        Quantity quantity,
        Money unitPrice,
        Money amount,
        String priceListId,
        String priceListCode,
        boolean customerSpecific,
        Quantity from) {}
