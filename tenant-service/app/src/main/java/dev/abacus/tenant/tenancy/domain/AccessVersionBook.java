package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.tenancy.TenantId;

/** The true access versions. */
public interface AccessVersionBook {

    /** Adds one and keeps the tenant's row locked until the transaction ends. */
    long raise(TenantId tenant);
}
