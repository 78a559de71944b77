package dev.abacus.kernel.tenancy;

import dev.abacus.kernel.domain.Identifier;

/** A tenant: one company that uses the suite. */
public record TenantId(long value) implements Identifier {

    public TenantId {
        Identifier.check(value);
    }

    public static TenantId valueOf(String text) {
        return new TenantId(Identifier.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
