package dev.abacus.tenant.token.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import java.util.Optional;

/**
 * The name under which the token issuer keeps a user's sessions and tokens. It holds both ids, because a user's id is
 * only his own within his tenant.
 */
public record UserPrincipal(TenantId tenant, UserId user) {

    private static final String SEPARATOR = "/";

    /** Empty for anything else, such as a client's id. */
    public static Optional<UserPrincipal> parse(String name) {
        String[] parts = name.split(SEPARATOR, -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UserPrincipal(TenantId.valueOf(parts[0]), UserId.valueOf(parts[1])));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    public String name() {
        return tenant + SEPARATOR + user;
    }
}
