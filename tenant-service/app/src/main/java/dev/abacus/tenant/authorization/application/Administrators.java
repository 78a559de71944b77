package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.tenant.authorization.domain.Role;
import dev.abacus.tenant.authorization.domain.Roles;
import dev.abacus.tenant.authorization.domain.Users;
import org.springframework.stereotype.Component;

/** A company that nobody can administer is lost, so its last active administrator stays one. */
@Component
class Administrators {

    private final Users users;
    private final Roles roles;

    Administrators(Users users, Roles roles) {
        this.users = users;
        this.roles = roles;
    }

    /**
     * Checked after a change and before its commit, under the lock of the tenant's access version: two administrators
     * who remove each other at once cannot both succeed.
     */
    void mustRemain() {
        Role administrator = roles.named(Role.ADMINISTRATOR).orElseThrow();
        if (users.countActive(administrator.id()) == 0) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "last-administrator",
                    "Somebody must remain who can administer this company.");
        }
    }
}
