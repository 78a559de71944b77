package dev.abacus.trade.pricing;

import dev.abacus.kernel.domain.Identifier;

/** A price list of the company. */
public record PriceListId(long value) implements Identifier {

    public PriceListId {
        Identifier.check(value);
    }

    public static PriceListId valueOf(String text) {
        return new PriceListId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
