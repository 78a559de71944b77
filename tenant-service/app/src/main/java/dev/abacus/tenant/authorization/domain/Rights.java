package dev.abacus.tenant.authorization.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.security.Caller;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody may do, and so what he may hand on: nobody gives, takes or touches rights that he lacks himself. That
 * covers resetting the password of someone who may do more, which would be the same as getting his rights.
 */
public record Rights(Set<String> permissions) {

    public Rights {
        permissions = Set.copyOf(permissions);
    }

    public static Rights ofCaller() {
        return new Rights(Caller.current().permissions());
    }

    /** @throws RightsExceeded when {@code others} holds a permission that these rights do not */
    public void mustCover(Collection<String> others) {
        var beyond = new TreeSet<>(others);
        beyond.removeAll(permissions);
        if (!beyond.isEmpty()) {
            throw new RightsExceeded(beyond);
        }
    }

    /** The caller would reach rights that he does not have. */
    public static final class RightsExceeded extends DomainException {
        RightsExceeded(Set<String> beyond) {
            super(
                    Kind.FORBIDDEN,
                    "rights-exceeded",
                    "This concerns permissions that you do not have yourself.",
                    Map.of("permissions", beyond));
        }
    }
}
