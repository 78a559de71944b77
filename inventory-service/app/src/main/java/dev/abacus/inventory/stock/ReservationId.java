package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.Identifier;

/** Stock held for one order by one transaction. */
public record ReservationId(long value) implements Identifier {

    public ReservationId {
        Identifier.check(value);
    }

    public static ReservationId valueOf(String text) {
        return new ReservationId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
