package dev.abacus.kernel.importing;

import dev.abacus.kernel.domain.Identifier;

/** One uploaded file. */
public record ImportId(long value) implements Identifier {

    public ImportId {
        Identifier.check(value);
    }

    public static ImportId valueOf(String text) {
        return new ImportId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
