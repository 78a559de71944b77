package dev.abacus.kernel.security;

import java.time.Instant;
import java.util.Set;

/**
 * What one user of one tenant may do right now. Asked on each request rather than written into tokens, so that a
 * suspension, a removal or a changed role bites at once.
 *
 * @param version the tenant's access version that this was computed at; a higher one makes this out of date
 * @param tenantStatus whether the tenant may work at all
 * @param active whether the user exists and is not disabled
 * @param permissions the permission points of all of the user's roles
 * @param tokensNotBefore tokens issued before this moment no longer count (password reset, sign-out everywhere)
 * @param requestsPerSecond the tenant's quota by its plan
 */
public record Access(
        long version,
        TenantStatus tenantStatus,
        boolean active,
        Set<String> permissions,
        Instant tokensNotBefore,
        int requestsPerSecond) {

    /** Where a tenant is in its life. */
    public enum TenantStatus {
        PROVISIONING,
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    public Access {
        permissions = Set.copyOf(permissions);
    }
}
