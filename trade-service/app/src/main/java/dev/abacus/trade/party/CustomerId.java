package dev.abacus.trade.party;

import dev.abacus.kernel.domain.Identifier;

/** A customer of the company. */
public record CustomerId(long value) implements Identifier {

    public CustomerId {
        Identifier.check(value);
    }

    public static CustomerId valueOf(String text) {
        return new CustomerId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
