package dev.abacus.trade.party;

import dev.abacus.kernel.domain.Identifier;

/** A supplier of the company. */
public record SupplierId(long value) implements Identifier {

    public SupplierId {
        Identifier.check(value);
    }

    public static SupplierId valueOf(String text) {
        return new SupplierId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
