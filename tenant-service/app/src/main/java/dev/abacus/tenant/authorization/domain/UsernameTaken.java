package dev.abacus.tenant.authorization.domain;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** Somebody in this tenant signs in with this name already. */
public final class UsernameTaken extends DomainException {

    public UsernameTaken(String username) {
        super(
                Kind.CONFLICT,
                "username-taken",
                "There is a user '" + username + "' already.",
                Map.of("username", username));
    }
}
