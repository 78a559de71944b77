package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.Isolation;

/**
 * Whose instances.
 *
 * @param tenant null for instances that all tenants share
 */
record FleetKey(String function, int version, String tenant) {

    static FleetKey of(DeployedVersion version, String tenant) {
        boolean own = version.definition().isolation() == Isolation.TENANT;
        return new FleetKey(version.function(), version.number(), own ? String.valueOf(tenant) : null);
    }
}
