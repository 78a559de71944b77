package dev.abacus.tenant.tenancy;

import java.util.Optional;

/**
 * A tenant that is being set up, as its steps see it.
 *
 * @param shard where its rows go; empty until chosen
 */
public record NewTenant(TenantProfile profile, Optional<String> shard, FirstAdministrator administrator) {

    /** @throws IllegalStateException before a shard was chosen */
    public String placement() {
        return shard.orElseThrow(() -> new IllegalStateException("no shard was chosen yet"));
    }
}
