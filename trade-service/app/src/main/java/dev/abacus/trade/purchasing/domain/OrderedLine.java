package dev.abacus.trade.purchasing.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.catalogue.Sku;

/**
 * What is ordered of a supplier.
 *
 * @param unitCost for one of the quantity's unit
 */
public record OrderedLine(Sku sku, Quantity quantity, Money unitCost) {

    public OrderedLine {
        quantity.positive();
        if (unitCost.isNegative()) {
            throw new InvalidValue("unitCost", "a cost is not negative");
        }
    }

    public Money amount() {
        return unitCost.times(quantity.amount());
    }
}
