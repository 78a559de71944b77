package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.tenant.api.RoleId;
import dev.abacus.tenant.authorization.SignInsEnded;
import dev.abacus.tenant.authorization.domain.PermissionCatalogue;
import dev.abacus.tenant.authorization.domain.Rights;
import dev.abacus.tenant.authorization.domain.Roles;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.Users;
import dev.abacus.tenant.tenancy.AccessVersions;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does to a user. Each change bites at the user's next request. */
@Service
@Transactional
public class ChangingUsers {

    private final Users users;
    private final Roles roles;
    private final PermissionCatalogue catalogue;
    private final Administrators administrators;
    private final AccessVersions access;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher told;
    private final Clock clock;

    ChangingUsers(
            Users users,
            Roles roles,
            PermissionCatalogue catalogue,
            Administrators administrators,
            AccessVersions access,
            PasswordEncoder passwords,
            ApplicationEventPublisher told,
            Clock clock) {
        this.users = users;
        this.roles = roles;
        this.catalogue = catalogue;
        this.administrators = administrators;
        this.access = access;
        this.passwords = passwords;
        this.told = told;
        this.clock = clock;
    }

    public void describe(UserId id, EntityVersion seen, String name, String email) {
        change(id, seen, user -> user.change(name, email));
    }

    public void assignRoles(UserId id, EntityVersion seen, Set<RoleId> newRoles) {
        change(id, seen, user -> {
            Rights.ofCaller().mustCover(granted(newRoles));
            user.assign(newRoles);
        });
        administrators.mustRemain();
    }

    public void disable(UserId id, EntityVersion seen) {
        change(id, seen, user -> user.disable(clock.instant()));
        administrators.mustRemain();
        endSignIns(id);
    }

    public void enable(UserId id, EntityVersion seen) {
        change(id, seen, User::enable);
    }

    public void remove(UserId id, EntityVersion seen) {
        change(id, seen, user -> user.remove(clock.instant()));
        administrators.mustRemain();
        endSignIns(id);
    }

    public void resetPassword(UserId id, EntityVersion seen, String password) {
        String hash = passwords.encode(password);
        change(id, seen, user -> user.setPassword(hash, clock.instant()));
        users.clearFailures(id);
        endSignIns(id);
    }

    private void change(UserId id, EntityVersion seen, Consumer<User> decision) {
        access.raise(TenantContext.require());
        User user = users.find(id)
                .filter(found -> found.status() != User.Status.REMOVED)
                .orElseThrow(() -> new NotFound("user", id));
        seen.mustBe(user.version());
        Rights.ofCaller().mustCover(granted(user.roles()));
        decision.accept(user);
        users.update(user);
    }

    private Set<String> granted(Collection<RoleId> ids) {
        return roles.getAll(ids).stream()
                .flatMap(role -> role.grants(catalogue).stream())
                .collect(Collectors.toSet());
    }

    private void endSignIns(UserId id) {
        told.publishEvent(new SignInsEnded(TenantContext.require(), id));
    }
}
