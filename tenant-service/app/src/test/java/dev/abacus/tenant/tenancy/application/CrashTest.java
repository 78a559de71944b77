package dev.abacus.tenant.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.tenant.Companies;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import dev.abacus.tenant.api.OnboardingStepView.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Kills the set-up at every point where a process can die, and lets another one find what is left. */
class CrashTest extends TenantServiceTest {

    private static final List<String> STEPS = List.of(
            "shard",
            "placement:inventory-service",
            "placement:tenant-service",
            "placement:trade-service",
            "system-data:inventory-service",
            "system-data:trade-service",
            "roles",
            "administrator",
            "opening");

    @Autowired
    private Crashing crashing;

    @Autowired
    private BackgroundSetUp another;

    @Autowired
    private OnboardingSteps steps;

    static Stream<Arguments> everywhere() {
        return STEPS.stream()
                .flatMap(step -> Stream.of(State.RUNNING, State.DONE).map(at -> Arguments.of(step, at)));
    }

    @AfterEach
    void noMoreCrashes() {
        crashing.never();
    }

    @ParameterizedTest(name = "{0} before it is written down as {1}")
    @MethodSource("everywhere")
    void a_set_up_whose_process_died_is_taken_up_by_another(String step, State at) {
        assertThat(steps.names()).containsExactlyElementsOf(STEPS);
        String code = freshCode();
        Http operator = operator();
        crashing.at(step, at);
        // The answer of a process that died is nothing; the company is in the books all the same.
        operator.post("/admin/tenants", Companies.wish(code));
        crashing.never();
        var company = new Company(operator, idOf(code), code);

        another.takeUpAbandoned();
        assertThat(company.tenant().text("status"))
                .as("as long as the dead one's lease runs nobody else touches it, unless it was finished")
                .isEqualTo(step.equals("opening") && at == State.DONE ? "ACTIVE" : "PROVISIONING");

        clock.moveOn(Duration.ofMinutes(1));
        another.takeUpAbandoned();

        assertThat(company.tenant().text("status")).isEqualTo("ACTIVE");
        assertThat(company.admin().get("/roles").mustBe(200).body()).hasSize(5);
        assertThat(company.admin().get("/users").mustBe(200).body().path("items"))
                .hasSize(1);
        assertThat(look("SELECT COUNT(*) FROM tenant_outbox WHERE type = 'tenant.onboarded.v1' AND tenant_id = "
                        + company.id()))
                .isEqualTo(1);
    }

    private static String idOf(String code) {
        return Long.toString(look("SELECT id FROM tenant_tenant WHERE code = '" + code + "'"));
    }
}
