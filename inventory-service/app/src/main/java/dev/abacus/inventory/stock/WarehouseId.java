package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.Identifier;

/** A place where stock is kept. What else there is to say of the place is warehousing's matter. */
public record WarehouseId(long value) implements Identifier, Comparable<WarehouseId> {

    public WarehouseId {
        Identifier.check(value);
    }

    public static WarehouseId valueOf(String text) {
        return new WarehouseId(Identifier.parse(text));
    }

    @Override
    public int compareTo(WarehouseId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
