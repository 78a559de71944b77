package dev.abacus.inventory.product;

import dev.abacus.kernel.domain.Identifier;

/** A product of one tenant. */
public record ProductId(long value) implements Identifier, Comparable<ProductId> {

    public ProductId {
        Identifier.check(value);
    }

    public static ProductId valueOf(String text) {
        return new ProductId(Identifier.parse(text));
    }

    @Override
    public int compareTo(ProductId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
