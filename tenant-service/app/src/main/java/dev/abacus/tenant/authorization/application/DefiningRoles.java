package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.tenant.api.DefineRole;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.authorization.domain.PermissionCatalogue;
import dev.abacus.tenant.authorization.domain.Rights;
import dev.abacus.tenant.authorization.domain.Role;
import dev.abacus.tenant.authorization.domain.Roles;
import dev.abacus.tenant.authorization.domain.Users;
import dev.abacus.tenant.tenancy.AccessVersions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes roles of permission points, within what the caller may do himself. */
@Service
public class DefiningRoles {

    private final Roles roles;
    private final Users users;
    private final PermissionCatalogue catalogue;
    private final AccessVersions access;
    private final Idempotency idempotency;
    private final Ids ids;

    DefiningRoles(
            Roles roles,
            Users users,
            PermissionCatalogue catalogue,
            AccessVersions access,
            Idempotency idempotency,
            Ids ids) {
        this.roles = roles;
        this.users = users;
        this.catalogue = catalogue;
        this.access = access;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    /** @throws dev.abacus.tenant.authorization.domain.RoleCodeTaken when another role has the code */
    public RoleId create(IdempotencyKey key, DefineRole wish) {
        return idempotency.once(key, "role.create", wish, RoleId.class, () -> {
            mustBeAllowed(wish);
            var role = new Role(new RoleId(ids.next()), wish.code(), wish.name(), wish.permissions(), 0);
            roles.add(role);
            return role.id();
        });
    }

    @Transactional
    public void redefine(RoleId id, EntityVersion seen, DefineRole wish) {
        access.raise(TenantContext.require());
        Role role = changeable(id, seen);
        mustBeAllowed(wish);
        roles.update(role.redefined(wish.name(), wish.permissions()));
    }

    @Transactional
    public void delete(RoleId id, EntityVersion seen) {
        access.raise(TenantContext.require());
        Role role = changeable(id, seen);
        if (users.anyWith(id)) {
            throw new DomainException(Kind.CONFLICT, "role-in-use", "Somebody has this role.");
        }
        roles.remove(role);
    }

    private void mustBeAllowed(DefineRole wish) {
        catalogue.mustKnow(wish.permissions());
        Rights.ofCaller().mustCover(wish.permissions());
    }

    private Role changeable(RoleId id, EntityVersion seen) {
        Role role = roles.get(id);
        seen.mustBe(role.version());
        if (role.isAdministrator()) {
            throw new DomainException(Kind.CONFLICT, "system-role", "The administrator's role cannot be changed.");
        }
        Rights.ofCaller().mustCover(role.grants(catalogue));
        return role;
    }
}
