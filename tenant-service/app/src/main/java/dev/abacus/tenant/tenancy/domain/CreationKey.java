package dev.abacus.tenant.tenancy.domain;

/**
 * The idempotency key of a tenant's creation with a digest of what was asked. It is kept with the tenant itself, because
 * the kernel's keys belong to a tenant and here there is none yet.
 */
public record CreationKey(String key, String digest) {

    private static final CreationKey NONE = new CreationKey(null, null);

    public static CreationKey none() {
        return NONE;
    }

    public boolean isPresent() {
        return key != null;
    }
}
