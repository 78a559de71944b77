package dev.abacus.kernel.sqlguard;

/** Whose rows a table holds. */
public enum TableScope {

    /** Rows of many tenants: {@code tenant_id} comes first in its primary key, and no statement goes without it. */
    TENANT,

    /** System data that all tenants read and none changes. */
    SHARED,

    /** Bookkeeping of the kernel without a tenant's data, such as the TCC fence: read and written by any work. */
    SHARED_WRITABLE
}
