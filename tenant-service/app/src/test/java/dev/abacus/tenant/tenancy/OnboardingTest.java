package dev.abacus.tenant.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Companies;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.Neighbour;
import dev.abacus.tenant.TenantServiceTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnboardingTest extends TenantServiceTest {

    @Test
    void a_company_is_at_work_when_its_creation_answers() {
        Company company = onboard();

        Http.Answer me = company.admin().get("/users/me").mustBe(200);
        assertThat(me.body().at("/company/code").asString()).isEqualTo(company.code());
        assertThat(me.body().path("permissions").size()).isGreaterThan(30);
    }

    @Test
    void each_step_is_recorded_with_its_attempts_and_times() {
        var steps = onboard().tenant().body().path("onboarding");

        assertThat(steps).hasSize(9).allSatisfy(step -> {
            assertThat(step.path("state").asString()).isEqualTo("DONE");
            assertThat(step.path("attempts").asInt()).isEqualTo(1);
            assertThat(step.path("startedAt").asString())
                    .isLessThanOrEqualTo(step.path("finishedAt").asString());
        });
    }

    @Test
    void the_neighbours_learn_the_shard_first_and_then_make_their_system_data() {
        Company company = onboard();
        String shard = company.tenant().text("shard");

        for (Neighbour neighbour : List.of(INVENTORY, TRADE)) {
            List<Neighbour.Call> calls = neighbour.callsFor(company.id());
            assertThat(calls)
                    .extracting(Neighbour.Call::path)
                    .containsExactly(
                            "/internal/tenants/" + company.id() + "/placement",
                            "/internal/tenants/" + company.id() + "/provision");
            assertThat(json.readTree(calls.get(0).body()).path("shard").asString())
                    .isEqualTo(shard);
            assertThat(json.readTree(calls.get(1).body()).path("currency").asString())
                    .isEqualTo("CNY");
        }
    }

    @Test
    void the_neighbours_are_asked_with_a_token_for_this_and_nothing_else() {
        Company company = onboard();

        var claims = Http.claims(
                INVENTORY.callsFor(company.id()).getFirst().authorization().substring(7), json);

        assertThat(claims.path("scope").valueStream().map(scope -> scope.asString()))
                .containsExactly("provision");
        assertThat(claims.path("aud").asString()).isEqualTo("abacus");
        assertThat(claims.has("tenant")).isFalse();
    }

    @Test
    void companies_spread_over_the_shards() {
        onboard();
        onboard();
        long difference = Math.abs(look("SELECT SUM(shard = 'suite_0') FROM tenant_tenant WHERE status <> 'CLOSED'")
                - look("SELECT SUM(shard = 'suite_1') FROM tenant_tenant WHERE status <> 'CLOSED'"));

        assertThat(difference).isLessThanOrEqualTo(1);
    }

    @Test
    void the_suite_is_told_once_when_a_company_is_set_up() {
        Company company = onboard();

        assertThat(look("SELECT COUNT(*) FROM tenant_outbox WHERE type = 'tenant.onboarded.v1' AND tenant_id = "
                        + company.id()))
                .isEqualTo(1);
    }

    @Test
    void the_administrators_password_is_kept_only_with_the_administrator() {
        Company company = onboard();

        assertThat(look("SELECT COUNT(*) FROM tenant_onboarding WHERE password_hash IS NOT NULL AND tenant = "
                        + company.id()))
                .isZero();
    }

    @Test
    void a_code_is_taken_only_once() {
        Company company = onboard();

        Http.Answer again = operator().post("/admin/tenants", Companies.wish(company.code()));

        assertThat(again.mustBe(409).problem()).isEqualTo("tenant-code-taken");
    }

    @Test
    void the_same_request_under_the_same_key_creates_one_company() throws Exception {
        String code = freshCode();
        Http operator = operator().with("Idempotency-Key", "create-" + code);
        Callable<Http.Answer> create = () -> operator.post("/admin/tenants", Companies.wish(code));

        var ids = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var answer : threads.invokeAll(List.of(create, create, create))) {
                ids.add(answer.get().mustBe(201).text("id"));
            }
        }

        assertThat(ids).hasSize(1);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        String code = freshCode();
        Http operator = operator().with("Idempotency-Key", "create-" + code);
        operator.post("/admin/tenants", Companies.wish(code)).mustBe(201);

        Http.Answer other = operator.post("/admin/tenants", Companies.wish(freshCode()));

        assertThat(other.mustBe(422).problem()).isEqualTo("idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource({
        "inventory, /placement, placement:inventory-service",
        "trade, /placement, placement:trade-service",
        "inventory, /provision, system-data:inventory-service",
        "trade, /provision, system-data:trade-service"
    })
    void a_step_that_fails_stops_the_set_up_with_its_cause_and_reprovision_goes_on_from_there(
            String neighbour, String call, String step) {
        Neighbour failing = neighbour.equals("trade") ? TRADE : INVENTORY;
        String code = freshCode();
        failing.failOn(call);

        Http.Answer failed =
                operator().post("/admin/tenants", Companies.wish(code)).mustBe(201);

        assertThat(failed.text("status")).isEqualTo("PROVISIONING_FAILED");
        assertThat(failed.text("reason")).startsWith(step + ": ");
        var company = new Company(operator(), failed.text("id"), code);
        assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(company::signIn);
        int callsBefore = callsOf(company);

        failing.recover();
        Http.Answer resumed = operator()
                .post("/admin/tenants/" + company.id() + "/reprovision", null)
                .mustBe(200);

        assertThat(resumed.text("status")).isEqualTo("ACTIVE");
        assertThat(attempts(resumed)).containsEntry("shard", 1).containsEntry(step, 3);
        assertThat(company.signIn().accessToken()).isNotNull();
        assertThat(callsOf(company) - callsBefore)
                .as("only what was left is asked of the neighbours")
                .isEqualTo(remoteStepsFrom(resumed, step));
    }

    @Test
    void reprovisioning_a_company_at_work_does_no_harm() {
        Company company = onboard();

        operator().post("/admin/tenants/" + company.id() + "/reprovision", null).mustBe(200);

        assertThat(company.tenant().text("status")).isEqualTo("ACTIVE");
        assertThat(callsOf(company)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            code     | ACME                | invalid-request
            code     | a                   | invalid-request
            currency | XXZ                 | invalid-value
            timeZone | Mars/Olympus        | invalid-value
            language | fr                  | invalid-request
            name     | ''                  | invalid-request
            """)
    void a_company_that_cannot_be_is_refused(String field, String value, String problem) {
        var wish = new HashMap<>(Companies.wish(freshCode()));
        wish.put(field, value);

        assertThat(operator().post("/admin/tenants", wish).mustBe(400).problem())
                .isEqualTo(problem);
    }

    @Test
    void an_unknown_plan_and_a_weak_password_are_refused() {
        var unknownPlan = new HashMap<>(Companies.wish(freshCode()));
        unknownPlan.put("plan", Map.of("plan", "gold"));
        assertThat(operator().post("/admin/tenants", unknownPlan).mustBe(422).problem())
                .isEqualTo("unknown-plan");

        var weak = new HashMap<>(Companies.wish(freshCode()));
        weak.put("administrator", Map.of("username", "admin", "name", "Ada", "password", "short"));
        Http.Answer refused = operator().post("/admin/tenants", weak).mustBe(400);
        assertThat(refused.raw().body()).contains("password").doesNotContain("\"short\"");
    }

    private int callsOf(Company company) {
        return INVENTORY.callsFor(company.id()).size()
                + TRADE.callsFor(company.id()).size();
    }

    private static Map<String, Integer> attempts(Http.Answer tenant) {
        var attempts = new HashMap<String, Integer>();
        tenant.body()
                .path("onboarding")
                .forEach(step -> attempts.put(
                        step.path("step").asString(), step.path("attempts").asInt()));
        return attempts;
    }

    private static int remoteStepsFrom(Http.Answer tenant, String first) {
        var remote = tenant.body()
                .path("onboarding")
                .valueStream()
                .map(step -> step.path("step").asString())
                .filter(step -> step.contains("inventory") || step.contains("trade"))
                .toList();
        return remote.size() - remote.indexOf(first);
    }
}
