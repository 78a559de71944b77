package dev.abacus.trade.sales;

import dev.abacus.kernel.domain.Identifier;

/** A delivery to a customer, or a return from one. */
public record ShipmentId(long value) implements Identifier {

    public ShipmentId {
        Identifier.check(value);
    }

    public static ShipmentId valueOf(String text) {
        return new ShipmentId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
