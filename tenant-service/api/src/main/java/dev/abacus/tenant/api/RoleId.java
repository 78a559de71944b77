package dev.abacus.tenant.api;

import dev.abacus.kernel.domain.Identifier;

/** A role in one tenant. */
public record RoleId(long value) implements Identifier {

    public RoleId {
        Identifier.check(value);
    }

    public static RoleId valueOf(String text) {
        return new RoleId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
