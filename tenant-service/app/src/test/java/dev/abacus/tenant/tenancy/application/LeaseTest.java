package dev.abacus.tenant.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.Companies;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import dev.abacus.tenant.api.OnboardingStepView.State;
import dev.abacus.tenant.tenancy.domain.Onboardings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LeaseTest extends TenantServiceTest {

    private static final Duration LEASE = Duration.ofSeconds(45);

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private SettingUpTenants settingUp;

    @Autowired
    private Crashing crashing;

    @AfterEach
    void noMoreCrashes() {
        crashing.never();
    }

    /** A company whose set-up stopped after its first step, with nobody at it. */
    private Company begun() {
        String code = freshCode();
        Http operator = operator();
        crashing.at("placement:inventory-service", State.RUNNING);
        operator.post("/admin/tenants", Companies.wish(code));
        crashing.never();
        clock.moveOn(Duration.ofMinutes(1));
        return new Company(
                operator, Long.toString(look("SELECT id FROM tenant_tenant WHERE code = '" + code + "'")), code);
    }

    private static TenantId idOf(Company company) {
        return TenantId.valueOf(company.id());
    }

    @Test
    void a_set_up_belongs_to_one_worker_until_he_releases_it() {
        TenantId tenant = idOf(begun());

        assertThat(onboardings.take(tenant, "one", LEASE)).isTrue();
        assertThat(onboardings.take(tenant, "two", LEASE)).isFalse();
        assertThat(onboardings.take(tenant, "one", LEASE)).as("he may go on").isTrue();
        assertThat(onboardings.abandoned()).doesNotContain(tenant);

        onboardings.release(tenant, "two");
        assertThat(onboardings.take(tenant, "two", LEASE))
                .as("only he can release it")
                .isFalse();
        onboardings.release(tenant, "one");
        assertThat(onboardings.take(tenant, "two", LEASE)).isTrue();
        onboardings.release(tenant, "two");
    }

    @Test
    void a_worker_who_is_silent_too_long_loses_it() {
        TenantId tenant = idOf(begun());
        onboardings.take(tenant, "one", LEASE);

        clock.moveOn(LEASE.plusSeconds(1));

        assertThat(onboardings.abandoned()).contains(tenant);
        assertThat(onboardings.take(tenant, "two", LEASE)).isTrue();
        assertThat(onboardings.take(tenant, "one", LEASE)).isFalse();
        onboardings.release(tenant, "two");
    }

    @Test
    void whoever_finds_somebody_at_work_leaves_it_to_him() {
        Company company = begun();
        onboardings.take(idOf(company), "somebody", LEASE);
        int calls = INVENTORY.callsFor(company.id()).size();

        settingUp.run(idOf(company));

        assertThat(INVENTORY.callsFor(company.id())).hasSize(calls);
        assertThat(company.tenant().text("status")).isEqualTo("PROVISIONING");
        onboardings.release(idOf(company), "somebody");
    }

    @Test
    void when_several_begin_at_once_each_step_is_done_once() throws Exception {
        Company company = begun();
        Callable<Void> run = () -> {
            settingUp.run(idOf(company));
            return null;
        };

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(List.of(run, run, run, run))) {
                done.get();
            }
        }

        assertThat(company.tenant().text("status")).isEqualTo("ACTIVE");
        assertThat(INVENTORY.callsFor(company.id())).hasSize(2);
        assertThat(TRADE.callsFor(company.id())).hasSize(2);
    }

    @Test
    void a_set_up_that_is_done_has_nothing_left_to_do() {
        Company company = onboard();

        settingUp.run(idOf(company));

        assertThat(INVENTORY.callsFor(company.id())).hasSize(2);
    }
}
