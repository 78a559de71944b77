package dev.abacus.kernel.tenancy;

import dev.abacus.kernel.domain.Identifier;

/** A user of one tenant. */
public record UserId(long value) implements Identifier {

    public UserId {
        Identifier.check(value);
    }

    public static UserId valueOf(String text) {
        return new UserId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
