package dev.abacus.tenant.tenancy;

import dev.abacus.kernel.tenancy.TenantId;

/** Where every service looks up how new its knowledge of a tenant's rights must be. */
public interface AccessVersionCache {

    /**
     * Makes the version at least {@code version}; a lower one changes nothing, so late and repeated calls do no harm.
     *
     * @throws org.springframework.dao.DataAccessException when the cache does not answer
     */
    void advance(TenantId tenant, long version);
}
