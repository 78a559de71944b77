package dev.abacus.seed.story;

import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Credentials;
import dev.abacus.seed.client.Desk;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Key;
import dev.abacus.seed.client.SignIn;
import dev.abacus.seed.company.Company;
import dev.abacus.seed.company.Employee;
import dev.abacus.tenant.api.ChosenPlan;
import dev.abacus.tenant.api.CreateTenant;
import dev.abacus.tenant.api.CreateUser;
import dev.abacus.tenant.api.OnboardingStepView;
import dev.abacus.tenant.api.Password;
import dev.abacus.tenant.api.RoleView;
import dev.abacus.tenant.api.TenantStatus;
import dev.abacus.tenant.api.TenantView;
import dev.abacus.tenant.api.TenantsAdminApi;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A company becomes a tenant, and its people can sign in. */
public final class Onboarding {

    private static final Duration SET_UP = Duration.ofMinutes(3);

    private final Gateway gateway;
    private final Journal journal;
    private final TenantsAdminApi admin;

    public Onboarding(Gateway gateway, Bearer platformAdmin, Journal journal) {
        this.gateway = gateway;
        this.journal = journal;
        this.admin = gateway.api("tenant", TenantsAdminApi.class, platformAdmin);
    }

    public Crew onboard(Company company) {
        TenantView tenant = journal.step(
                "onboard " + company.code(),
                () -> setUp(company),
                active -> active.status() + " on shard " + active.shard() + ", " + stepsDone(active) + " steps done");
        Desk administrator = desk(company, company.administrator());
        company.staff()
                .forEach(employee -> journal.step("hire " + employee.name(), () -> hire(administrator, employee)));
        return new Crew(
                company,
                tenant,
                administrator,
                desk(company, company.buyer()),
                desk(company, company.keeper()),
                desk(company, company.seller()));
    }

    private TenantView setUp(Company company) {
        TenantView tenant = find(company).orElseGet(() -> create(company));
        Expect.within(SET_UP, "it is set up", () -> resumed(tenant), State::isActive);
        return admin.get(tenant.id());
    }

    private record State(TenantStatus status, String reason) {
        boolean isActive() {
            return status == TenantStatus.ACTIVE;
        }
    }

    private static long stepsDone(TenantView tenant) {
        return tenant.onboarding().stream()
                .filter(step -> step.state() == OnboardingStepView.State.DONE)
                .count();
    }

    private Optional<TenantView> find(Company company) {
        return Pages.all(cursor -> admin.list(null, company.code(), 50, cursor)).stream()
                .filter(tenant -> tenant.code().equals(company.code()))
                .findFirst();
    }

    private TenantView create(Company company) {
        Employee first = company.administrator();
        CreateTenant wish = new CreateTenant(
                company.code(),
                company.name(),
                new ChosenPlan("standard", null),
                company.currency(),
                company.language(),
                company.timeZone(),
                new CreateTenant.Administrator(first.username(), first.name(), null, password()));
        return admin.create(Key.of("onboard", wish), wish);
    }

    /** Looks at the tenant; a set-up that failed is gone on with, as an operator would. */
    private State resumed(TenantView tenant) {
        TenantView now = admin.get(tenant.id());
        if (now.status() == TenantStatus.PROVISIONING_FAILED) {
            now = admin.reprovision(now.id());
        }
        return new State(now.status(), now.reason());
    }

    private static String hire(Desk administrator, Employee employee) {
        boolean known = administrator.users().list(null, employee.username(), 50, null).items().stream()
                .anyMatch(user -> user.username().equals(employee.username()));
        if (known) {
            return "already there as " + employee.username();
        }
        RoleView role = administrator.roles().list().stream()
                .filter(candidate -> candidate.code().equals(employee.role()))
                .findFirst()
                .orElseThrow(() -> new Surprise("there is no role " + employee.role()));
        CreateUser wish = new CreateUser(employee.username(), employee.name(), null, password(), Set.of(role.id()));
        administrator.users().create(Key.of("hire", wish), wish);
        return employee.username() + " as " + role.name();
    }

    private Desk desk(Company company, Employee employee) {
        Credentials credentials = new Credentials(company.code(), employee.username(), Passwords.OF_EVERYBODY);
        return journal.step(
                "sign in " + employee.name(),
                () -> new Desk(gateway, SignIn.of(gateway, credentials)),
                desk -> credentials + ", " + desk.users().me().permissions().size() + " permission points");
    }

    private static Password password() {
        return new Password(Passwords.OF_EVERYBODY);
    }
}
