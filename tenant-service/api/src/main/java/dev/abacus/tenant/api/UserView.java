package dev.abacus.tenant.api;

import dev.abacus.kernel.tenancy.UserId;
import java.time.Instant;
import java.util.List;

/**
 * A user of the caller's tenant.
 *
 * @param lockedUntil when signing in is possible again after too many wrong passwords; {@code null} when it is now
 */
public record UserView(
        UserId id,
        String username,
        String name,
        String email,
        Status status,
        List<RoleId> roles,
        Instant lockedUntil,
        Instant createdAt,
        int version) {

    public UserView {
        roles = List.copyOf(roles);
    }

    /** Whether a user can sign in. */
    public enum Status {
        ACTIVE,
        DISABLED
    }
}
