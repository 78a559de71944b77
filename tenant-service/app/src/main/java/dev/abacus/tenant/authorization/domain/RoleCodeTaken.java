package dev.abacus.tenant.authorization.domain;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** Another role of this tenant has this code. */
public final class RoleCodeTaken extends DomainException {

    public RoleCodeTaken(String code) {
        super(Kind.CONFLICT, "role-code-taken", "There is a role '" + code + "' already.", Map.of("code", code));
    }
}
