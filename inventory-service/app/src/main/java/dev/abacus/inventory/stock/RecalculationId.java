package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.Identifier;

/** One run over a tenant's stock levels. */
public record RecalculationId(long value) implements Identifier {

    public RecalculationId {
        Identifier.check(value);
    }

    public static RecalculationId valueOf(String text) {
        return new RecalculationId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
