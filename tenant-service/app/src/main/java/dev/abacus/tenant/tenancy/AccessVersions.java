package dev.abacus.tenant.tenancy;

import dev.abacus.kernel.tenancy.TenantId;

/** The number that makes what was computed of a tenant's rights out of date. */
public interface AccessVersions {

    /**
     * Says that what the tenant's users may do changes with the present transaction. Called before the change is read
     * or written: the tenant's row is locked from here to the commit, so changes of one tenant's rights never overlap.
     *
     * <p>The version rises in this transaction, the event goes into its outbox, and right after the commit the cache
     * learns of it. Should the process die in between, the event's consumer tells the cache.
     *
     * @throws IllegalStateException when there is no transaction to be part of
     */
    long raise(TenantId tenant);
}
