package dev.abacus.inventory.warehousing.domain;

import dev.abacus.kernel.domain.Identifier;

/** One paper of the warehouse. */
public record DocumentId(long value) implements Identifier {

    public DocumentId {
        Identifier.check(value);
    }

    public static DocumentId valueOf(String text) {
        return new DocumentId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
