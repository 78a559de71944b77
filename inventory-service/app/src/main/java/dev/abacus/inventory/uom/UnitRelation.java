package dev.abacus.inventory.uom;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Unit;

/** What people say of two units of a product: 1 box = 12 pcs, 3 pcs = 1 set. */
public record UnitRelation(long fromAmount, Unit from, long toAmount, Unit to) {

    public UnitRelation {
        if (fromAmount <= 0 || toAmount <= 0) {
            throw new InvalidValue("relations", "a relation of units takes whole numbers above zero");
        }
    }

    /** What 1 {@link #from} is worth in {@link #to}. */
    Ratio worth() {
        return new Ratio(toAmount, fromAmount);
    }

    @Override
    public String toString() {
        return fromAmount + " " + from + " = " + toAmount + " " + to;
    }
}
