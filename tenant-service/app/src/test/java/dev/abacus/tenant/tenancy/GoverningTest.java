package dev.abacus.tenant.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Companies;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

class GoverningTest extends TenantServiceTest {

    @Test
    void a_suspended_company_is_shut_out_at_its_next_request_and_let_in_again_when_resumed() {
        Company company = onboard();
        SignIn.Tokens tokens = company.signIn();
        company.as(tokens).get("/users").mustBe(200);

        company.suspend();

        assertThat(company.as(tokens).get("/users").mustBe(403).problem()).isEqualTo("tenant-suspended");
        assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(company::signIn);

        company.resume();
        company.as(tokens).get("/users").mustBe(200);
    }

    @Test
    void other_companies_do_not_notice() {
        Company suspended = onboard();
        Company other = onboard();
        Http admin = other.admin();

        suspended.suspend();

        admin.get("/users").mustBe(200);
    }

    @Test
    void a_suspended_company_gets_no_new_tokens_for_its_old_ones() {
        Company company = onboard();
        SignIn browser = webClient();
        SignIn.Tokens first = browser.signIn(company.code(), Company.ADMIN, Company.PASSWORD);
        SignIn.Tokens tokens = browser.refresh(first.refreshToken());

        company.suspend();

        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(() -> browser.refresh(tokens.refreshToken()))
                .withMessageContaining("invalid_grant");
    }

    @Test
    void a_closed_company_is_closed_for_good() {
        Company company = onboard();
        Http admin = company.admin();
        String path = "/admin/tenants/" + company.id();
        operator()
                .seen(company.tenant())
                .post(path + "/close", Map.of("reason", "moved away"))
                .mustBe(200);

        assertThat(admin.get("/users").mustBe(403).problem()).isEqualTo("tenant-closed");
        assertThat(operator()
                        .seen(company.tenant())
                        .post(path + "/resume", null)
                        .mustBe(409)
                        .problem())
                .isEqualTo("tenant-status");
    }

    @Test
    void a_decision_on_an_old_version_is_refused() {
        Company company = onboard();
        Http.Answer old = company.tenant();
        company.suspend();
        String path = "/admin/tenants/" + company.id() + "/resume";

        assertThat(operator().seen(old).post(path, null).mustBe(412).problem()).isEqualTo("stale-version");
        assertThat(operator().post(path, null).mustBe(428).problem()).isEqualTo("version-required");
    }

    @Test
    void a_plan_brings_its_quotas_unless_others_were_agreed() {
        Company company = onboard();
        String path = "/admin/tenants/" + company.id() + "/plan";

        Http.Answer standard = operator()
                .seen(company.tenant())
                .put(path, Map.of("plan", "enterprise"))
                .mustBe(200);
        assertThat(standard.body().at("/plan/quotas/users").asInt()).isEqualTo(1000);

        Http.Answer agreed = operator()
                .seen(standard)
                .put(path, Map.of("plan", "trial", "quotas", Map.of("requestsPerSecond", 7, "users", 2)))
                .mustBe(200);
        assertThat(agreed.body().at("/plan/quotas/requestsPerSecond").asInt()).isEqualTo(7);
        operator()
                .seen(agreed)
                .put(path, Map.of("plan", "trial", "quotas", Map.of("requestsPerSecond", 0, "users", 2)))
                .mustBe(400);
    }

    @Test
    void tenants_are_listed_in_slices_by_status_and_text() {
        Company one = onboard();
        Company two = onboard();
        two.suspend();
        Http operator = operator();

        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode slice = operator.get("/admin/tenants?limit=1&text=acme" + cursor)
                    .mustBe(200)
                    .body();
            slice.path("items").forEach(tenant -> ids.add(tenant.path("id").asString()));
            cursor = slice.path("next").isNull()
                    ? null
                    : "&cursor=" + slice.path("next").asString();
        } while (cursor != null);
        assertThat(ids).contains(one.id(), two.id()).doesNotHaveDuplicates();

        assertThat(idsOf(operator.get("/admin/tenants?status=SUSPENDED&limit=200")))
                .contains(two.id())
                .doesNotContain(one.id());
        assertThat(idsOf(operator.get("/admin/tenants?text=" + one.code() + "&limit=200")))
                .contains(one.id());
        operator.get("/admin/tenants?cursor=!").mustBe(400);
        operator.get("/admin/tenants?limit=0").mustBe(400);
    }

    @Test
    void plans_are_listed_with_their_quotas() {
        assertThat(operator().get("/admin/plans").mustBe(200).body())
                .extracting(plan -> plan.path("code").asString())
                .containsExactly("trial", "standard", "enterprise");
    }

    @Test
    void who_did_what_and_when_is_written_down() {
        Company company = onboard();
        operator()
                .with("X-Request-Id", "suspending-acme")
                .seen(company.tenant())
                .post("/admin/tenants/" + company.id() + "/suspend", Map.of("reason", "unpaid"))
                .mustBe(200);

        JsonNode actions = operator()
                .get("/admin/actions?tenant=" + company.id())
                .mustBe(200)
                .body()
                .path("items");

        assertThat(actions)
                .extracting(action -> action.path("action").asString())
                .containsExactly("tenant.suspend", "tenant.create");
        assertThat(actions.get(0).path("actor").asString()).isEqualTo("platform-admin");
        assertThat(actions.get(0).path("detail").asString()).isEqualTo("unpaid");
        assertThat(actions.get(0).path("requestId").asString()).isEqualTo("suspending-acme");
        assertThat(actions.get(0).path("at").asString())
                .isGreaterThan(actions.get(1).path("at").asString());
        assertThat(operator()
                        .get("/admin/actions?limit=1")
                        .mustBe(200)
                        .body()
                        .path("next")
                        .isNull())
                .isFalse();
    }

    @Test
    void what_was_refused_is_not_written_down() {
        Company company = onboard();
        operator()
                .seen(company.tenant())
                .post("/admin/tenants/" + company.id() + "/resume", null)
                .mustBe(409);

        assertThat(operator()
                        .get("/admin/actions?tenant=" + company.id())
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/tenants", "/admin/plans", "/admin/actions", "/admin/signing-keys"})
    @ExtendWith(OutputCaptureExtension.class)
    void a_companys_administrator_is_not_the_platforms_and_the_attempt_is_logged(String path, CapturedOutput log) {
        operator().get(path).mustBe(200);

        assertThat(onboard().admin().get(path).mustBe(403).problem()).isEqualTo("forbidden");
        assertThat(log).contains("may not platform.admin");
    }

    @Test
    void nor_can_he_create_or_resume_companies() {
        Company company = onboard();
        Http admin = company.admin();

        admin.post("/admin/tenants", Companies.wish(freshCode())).mustBe(403);
        admin.with("If-Match", "\"1\"")
                .post("/admin/tenants/" + company.id() + "/suspend", Map.of("reason", "x"))
                .mustBe(403);
        admin.post("/admin/signing-keys/rotation", null).mustBe(403);
        admin.get("/internal/access/1/1").mustBe(403);
        assertThat(company.tenant().text("status")).isEqualTo("ACTIVE");
    }

    @Test
    void the_platforms_operator_is_nobody_in_a_company_and_services_are_not_operators() {
        operator().get("/users").mustBe(403);
        operator().get("/users/me").mustBe(403);
        service().get("/admin/tenants").mustBe(403);
    }

    @Test
    void without_a_token_there_is_nothing() {
        for (String path : List.of("/admin/tenants", "/users", "/roles", "/internal/access/1/1", "/nowhere")) {
            http(null).get(path).mustBe(401);
        }
    }

    @Test
    void a_tenant_that_does_not_exist_is_not_found() {
        operator().get("/admin/tenants/1").mustBe(404);
        operator().get("/admin/tenants/x").mustBe(400);
        operator().post("/admin/tenants/1/reprovision", null).mustBe(404);
    }

    private static List<String> idsOf(Http.Answer slice) {
        return slice.mustBe(200)
                .body()
                .path("items")
                .valueStream()
                .map(tenant -> tenant.path("id").asString())
                .toList();
    }
}
