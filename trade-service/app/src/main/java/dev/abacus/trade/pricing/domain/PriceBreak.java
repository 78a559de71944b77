package dev.abacus.trade.pricing.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;

/**
 * The price of one unit for whoever takes at least {@code from}, in {@code from}'s unit.
 *
 * @param from more than zero is a real break; zero is the price for any quantity
 */
public record PriceBreak(Sku sku, Quantity from, Money price) {

    public PriceBreak {
        if (from.isNegative()) {
            throw new InvalidValue("from", "a quantity break is not negative");
        }
        if (price.isNegative()) {
            throw new InvalidValue("price", "a price is not negative");
        }
    }

    boolean isReachedBy(Sku wanted, Quantity quantity) {
        return sku.equals(wanted) && from.unit().equals(quantity.unit()) && from.compareTo(quantity) <= 0;
    }
}
