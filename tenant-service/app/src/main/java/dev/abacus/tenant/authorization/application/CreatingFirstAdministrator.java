package dev.abacus.tenant.authorization.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.tenant.authorization.domain.Role;
import dev.abacus.tenant.authorization.domain.Roles;
import dev.abacus.tenant.authorization.domain.User;
import dev.abacus.tenant.authorization.domain.Users;
import dev.abacus.tenant.tenancy.FirstAdministrator;
import dev.abacus.tenant.tenancy.NewTenant;
import dev.abacus.tenant.tenancy.OnboardingStep;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the first person in, who then lets in the others. */
@Component
class CreatingFirstAdministrator implements OnboardingStep {

    private final Users users;
    private final Roles roles;
    private final Ids ids;
    private final Clock clock;

    CreatingFirstAdministrator(Users users, Roles roles, Ids ids, Clock clock) {
        this.users = users;
        this.roles = roles;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "administrator";
    }

    @Override
    public int order() {
        return Order.ADMINISTRATOR;
    }

    @Override
    @Transactional
    public void run(NewTenant tenant) {
        FirstAdministrator first = tenant.administrator();
        if (users.named(first.username()).isPresent()) {
            return;
        }
        Role administrator = roles.named(Role.ADMINISTRATOR).orElseThrow();
        users.add(User.create(
                new UserId(ids.next()),
                first.username(),
                first.name(),
                first.email(),
                first.passwordHash(),
                Set.of(administrator.id()),
                clock.instant()));
    }
}
