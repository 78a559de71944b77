package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.tenant.api.CreateUser;
import dev.abacus.tenant.authorization.domain.PermissionCatalogue;
import dev.abacus.tenant.authorization.domain.Rights;
import dev.abacus.tenant.authorization.domain.Role;
import dev.abacus.tenant.authorization.domain.Roles;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.Users;
import dev.abacus.tenant.tenancy.AccessVersions;
import dev.abacus.tenant.tenancy.TenantDirectory;
import java.time.Clock;
import java.util.Map;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Takes somebody into the caller's tenant, with roles that the caller could have himself. */
@Service
public class CreatingUser {

    private final Users users;
    private final Roles roles;
    private final PermissionCatalogue catalogue;
    private final TenantDirectory tenants;
    private final AccessVersions access;
    private final PasswordEncoder passwords;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Clock clock;

    CreatingUser(
            Users users,
            Roles roles,
            PermissionCatalogue catalogue,
            TenantDirectory tenants,
            AccessVersions access,
            PasswordEncoder passwords,
            Idempotency idempotency,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.roles = roles;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.access = access;
        this.passwords = passwords;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws dev.abacus.tenant.authorization.domain.UsernameTaken when somebody has the name */
    public UserId create(IdempotencyKey key, CreateUser wish) {
        // Printed, the wish has stars for the password: nothing to guess it from is kept with the key.
        return idempotency.once(key, "user.create", wish.toString(), UserId.class, () -> add(wish));
    }

    private UserId add(CreateUser wish) {
        TenantId tenant = TenantContext.require();
        access.raise(tenant);
        for (Role role : roles.getAll(wish.roles())) {
            Rights.ofCaller().mustCover(role.grants(catalogue));
        }
        int quota = tenants.profile(tenant).orElseThrow().quotas().users();
        if (users.count() >= quota) {
            throw new DomainException(
                    DomainException.Kind.REFUSED,
                    "user-quota-reached",
                    "Your plan has " + quota + " users.",
                    Map.of("quota", quota));
        }
        var id = new UserId(ids.next());
        String hash = passwords.encode(wish.password().value());
        users.add(User.create(id, wish.username(), wish.name(), wish.email(), hash, wish.roles(), clock.instant()));
        return id;
    }
}
