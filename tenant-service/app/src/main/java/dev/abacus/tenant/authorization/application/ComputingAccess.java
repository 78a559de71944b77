package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.security.AccessDirectory;
import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.api.TenantStatus;
import dev.abacus.tenant.authorization.domain.PermissionCatalogue;
import dev.abacus.tenant.authorization.domain.Roles;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.Users;
import dev.abacus.tenant.tenancy.TenantDirectory;
import dev.abacus.tenant.tenancy.TenantProfile;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What a user may do, from the books. This service asks itself; the others ask it through their cache. */
@Service
public class ComputingAccess implements AccessDirectory {

    private final TenantDirectory tenants;
    private final Users users;
    private final Roles roles;
    private final PermissionCatalogue catalogue;

    ComputingAccess(TenantDirectory tenants, Users users, Roles roles, PermissionCatalogue catalogue) {
        this.tenants = tenants;
        this.users = users;
        this.roles = roles;
        this.catalogue = catalogue;
    }

    /**
     * The tenant, with its access version, is read before the rights: a change that comes in between makes the answer
     * look older than it is, and it is asked for again. The other way round it would look newer and be believed.
     */
    @Override
    public Optional<Access> find(TenantId tenant, UserId user) {
        return user.equals(Caller.FUNCTIONS) ? tenants.profile(tenant).map(this::ofFunctions) : ofUser(tenant, user);
    }

    /** What functions may do is in their tokens; whether their tenant may work at all is known here. */
    private Access ofFunctions(TenantProfile tenant) {
        return new Access(
                tenant.accessVersion(),
                status(tenant.status()),
                true,
                Set.of(),
                Instant.EPOCH,
                tenant.quotas().requestsPerSecond());
    }

    private Optional<Access> ofUser(TenantId tenant, UserId user) {
        return tenants.profile(tenant)
                .flatMap(profile ->
                        TenantContext.call(tenant, () -> users.find(user).map(found -> access(profile, found))));
    }

    private Access access(TenantProfile tenant, User user) {
        return new Access(
                tenant.accessVersion(),
                status(tenant.status()),
                user.isActive(),
                permissions(user),
                user.tokensNotBefore(),
                tenant.quotas().requestsPerSecond());
    }

    private Set<String> permissions(User user) {
        return user.roles().stream()
                .flatMap(id -> roles.find(id).stream())
                .flatMap(role -> role.grants(catalogue).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Access.TenantStatus status(TenantStatus status) {
        return switch (status) {
            case PROVISIONING, PROVISIONING_FAILED -> Access.TenantStatus.PROVISIONING;
            case ACTIVE -> Access.TenantStatus.ACTIVE;
            case SUSPENDED -> Access.TenantStatus.SUSPENDED;
            case CLOSED -> Access.TenantStatus.CLOSED;
        };
    }
}
