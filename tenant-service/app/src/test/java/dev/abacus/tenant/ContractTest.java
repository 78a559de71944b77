package dev.abacus.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.SignIn;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.tenant.api.AccessApi;
import dev.abacus.tenant.api.AssignRoles;
import dev.abacus.tenant.api.Because;
import dev.abacus.tenant.api.ChangeOwnPassword;
import dev.abacus.tenant.api.ChangeUser;
import dev.abacus.tenant.api.ChosenPlan;
import dev.abacus.tenant.api.CreateTenant;
import dev.abacus.tenant.api.CreateUser;
import dev.abacus.tenant.api.DefineRole;
import dev.abacus.tenant.api.Me;
import dev.abacus.tenant.api.Password;
import dev.abacus.tenant.api.Quotas;
import dev.abacus.tenant.api.ResetPassword;
import dev.abacus.tenant.api.RoleView;
import dev.abacus.tenant.api.RolesApi;
import dev.abacus.tenant.api.TenantStatus;
import dev.abacus.tenant.api.TenantView;
import dev.abacus.tenant.api.TenantsAdminApi;
import dev.abacus.tenant.api.UserView;
import dev.abacus.tenant.api.UsersApi;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What the contract promises to other services is what the doors do. */
class ContractTest extends TenantServiceTest {

    private static final Password PASSWORD = Password.of(Company.PASSWORD);

    private <T> T client(Class<T> api, String token) {
        RestClient rest = RestClient.builder()
                .baseUrl(url())
                .defaultHeaders(headers -> headers.setBearerAuth(token))
                .configureMessageConverters(converters ->
                        converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(api);
    }

    private static String version(int number) {
        return new EntityVersion(number).etag();
    }

    private TenantsAdminApi tenants() {
        return client(
                TenantsAdminApi.class,
                SignIn.clientToken(url(), "platform-admin", "dev-platform-admin", "platform.admin"));
    }

    private CreateTenant wish(String code) {
        return new CreateTenant(
                code,
                "Company " + code,
                new ChosenPlan("trial", new Quotas(30, 4)),
                "EUR",
                "zh",
                "Europe/Berlin",
                new CreateTenant.Administrator("admin", "Ada", "ada@example.org", PASSWORD));
    }

    @Test
    void operators_govern_tenants() {
        TenantsAdminApi api = tenants();

        TenantView created = api.create("contract-1-" + freshCode(), wish(freshCode()));
        assertThat(created.status()).isEqualTo(TenantStatus.ACTIVE);
        assertThat(created.plan()).isEqualTo(new ChosenPlan("trial", new Quotas(30, 4)));
        assertThat(created.onboarding()).isNotEmpty();
        TenantId id = created.id();

        TenantView suspended = api.suspend(id, version(created.version()), new Because("unpaid"));
        assertThat(suspended.status()).isEqualTo(TenantStatus.SUSPENDED);
        assertThat(api.list(TenantStatus.SUSPENDED, created.code(), 10, null).items())
                .extracting(TenantView::id)
                .containsExactly(id);
        TenantView resumed = api.resume(id, version(suspended.version()));
        TenantView planned = api.changePlan(id, version(resumed.version()), new ChosenPlan("standard", null));
        assertThat(planned.plan().quotas().users()).isEqualTo(50);
        assertThat(api.reprovision(id).status()).isEqualTo(TenantStatus.ACTIVE);
        TenantView closed = api.close(id, version(planned.version()), new Because("moved away"));

        assertThat(api.get(id)).isEqualTo(closed);
        assertThat(api.actions(id, null, null).items())
                .extracting(action -> action.action())
                .containsExactly(
                        "tenant.close", "tenant.change-plan", "tenant.resume", "tenant.suspend", "tenant.create");
        assertThat(api.plans()).hasSize(3);
    }

    @Test
    void administrators_manage_users_and_roles() {
        Company company = onboard();
        String token = company.signIn().accessToken();
        UsersApi users = client(UsersApi.class, token);
        RolesApi roles = client(RolesApi.class, token);

        RoleView role = roles.create(null, new DefineRole("night", "Night", Set.of("product.read")));
        role = roles.update(
                role.id(), version(role.version()), new DefineRole("night", "Night shift", Set.of("stock.read")));
        assertThat(roles.get(role.id())).isEqualTo(role);
        assertThat(roles.list()).contains(role);
        assertThat(roles.permissions()).isNotEmpty();

        UserView bob = users.create(null, new CreateUser("bob", "Bob", null, PASSWORD, Set.of()));
        bob = users.change(bob.id(), version(bob.version()), new ChangeUser("Robert", "bob@example.org"));
        bob = users.assignRoles(bob.id(), version(bob.version()), new AssignRoles(Set.of(role.id())));
        bob = users.disable(bob.id(), version(bob.version()));
        assertThat(users.list(UserView.Status.DISABLED, "bo", null, null).items())
                .containsExactly(bob);
        bob = users.enable(bob.id(), version(bob.version()));
        bob = users.resetPassword(bob.id(), version(bob.version()), new ResetPassword(PASSWORD));
        assertThat(users.get(bob.id())).isEqualTo(bob);
        assertThat(bob.roles()).containsExactly(role.id());

        users.remove(bob.id(), version(bob.version()));
        roles.delete(role.id(), version(role.version()));
        assertThat(roles.list()).hasSize(5);
    }

    @Test
    void a_user_knows_himself_and_services_know_what_he_may_do() {
        Company company = onboard();
        UsersApi users = client(UsersApi.class, company.signIn().accessToken());

        Me me = users.me();
        assertThat(me.company().code()).isEqualTo(company.code());

        String token = SignIn.clientToken(url(), "trade-service", "dev-trade-service", "internal");
        Access access =
                client(AccessApi.class, token).find(me.company().id(), me.user().id());
        assertThat(access.permissions()).containsExactlyInAnyOrderElementsOf(me.permissions());

        users.changeOwnPassword(new ChangeOwnPassword(PASSWORD, Password.of("a quite different one")));
        assertThatExceptionOfType(HttpClientErrorException.Unauthorized.class).isThrownBy(users::me);
    }
}
