package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.authorization.domain.PermissionCatalogue;
import dev.abacus.tenant.authorization.domain.Role;
import dev.abacus.tenant.authorization.domain.Roles;
import dev.abacus.tenant.authorization.domain.StandardRole;
import dev.abacus.tenant.tenancy.NewTenant;
import dev.abacus.tenant.tenancy.OnboardingStep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new tenant the roles to start with; those that it has are left alone. */
@Component
class CreatingStandardRoles implements OnboardingStep {

    private final Roles roles;
    private final PermissionCatalogue catalogue;
    private final Ids ids;

    CreatingStandardRoles(Roles roles, PermissionCatalogue catalogue, Ids ids) {
        this.roles = roles;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public int order() {
        return Order.ROLES;
    }

    @Override
    @Transactional
    public void run(NewTenant tenant) {
        String language = tenant.profile().language();
        for (StandardRole standard : StandardRole.values()) {
            if (roles.named(standard.code()).isEmpty()) {
                roles.add(new Role(
                        new RoleId(ids.next()),
                        standard.code(),
                        standard.name(language),
                        standard.permissions(catalogue),
                        0));
            }
        }
    }
}
