package dev.abacus.tenant.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest extends TenantServiceTest {

    private static final String OTHER_PASSWORD = "another good password";

    private static final Map<String, String> COLUMNS = Map.of(
            "tenant_role", "id, code, name, version",
            "tenant_role_permission", "id, role_id, permission",
            "tenant_user",
                    "id, username, sign_in_name, name, email, status, password_hash, tokens_not_before, created_at, version",
            "tenant_user_role", "id, user_id, role_id");

    private Company company;
    private Http admin;

    @BeforeEach
    void aCompany() {
        company = onboard();
        admin = company.admin();
    }

    @Test
    void a_new_user_signs_in_with_his_first_password_and_may_do_what_his_role_says() {
        Http.Answer created = company.createUser(admin, "Bob.Buyer", company.role(admin, "buyer"))
                .mustBe(201);
        assertThat(created.raw().headers().firstValue("Location")).contains("/users/" + created.text("id"));
        assertThat(created.raw().body()).doesNotContainIgnoringCase("password");

        Http bob = company.as(company.signIn("bob.buyer", Company.PASSWORD));

        assertThat(bob.get("/users/me").mustBe(200).body().path("permissions"))
                .extracting(code -> code.asString())
                .contains("purchase-order.write", "product.read")
                .doesNotContain("purchase-order.approve", "user.read", "sales-order.place");
        bob.get("/users").mustBe(403);
    }

    @Test
    void a_removed_user_is_out_at_his_next_request() {
        Http.Answer bob =
                company.createUser(admin, "bob", company.role(admin, "viewer")).mustBe(201);
        SignIn browser = webClient();
        SignIn.Tokens first = browser.signIn(company.code(), "bob", Company.PASSWORD);
        SignIn.Tokens tokens = browser.refresh(first.refreshToken());
        company.as(tokens).get("/users").mustBe(200);

        admin.seen(bob).delete("/users/" + bob.text("id")).mustBe(204);

        company.as(tokens).get("/users").mustBe(401);
        assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(() -> browser.refresh(tokens.refreshToken()));
        assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(() -> company.signIn("bob", Company.PASSWORD));
        admin.get("/users/" + bob.text("id")).mustBe(404);
        assertThat(admin.get("/users").body().path("items")).hasSize(1);
    }

    @Test
    void the_name_of_a_removed_user_is_free_again() {
        Http.Answer bob = company.createUser(admin, "bob").mustBe(201);
        admin.seen(bob).delete("/users/" + bob.text("id")).mustBe(204);

        Http.Answer second = company.createUser(admin, "bob").mustBe(201);

        assertThat(second.text("id")).isNotEqualTo(bob.text("id"));
        company.signIn("bob", Company.PASSWORD);
    }

    @Test
    void a_disabled_user_is_out_until_he_is_enabled_and_signs_in_anew() {
        Http.Answer bob =
                company.createUser(admin, "bob", company.role(admin, "viewer")).mustBe(201);
        String path = "/users/" + bob.text("id");
        Http before = company.as(company.signIn("bob", Company.PASSWORD));

        Http.Answer disabled = admin.seen(bob).post(path + "/disable", null).mustBe(200);
        before.get("/users").mustBe(401);

        admin.seen(disabled).post(path + "/enable", null).mustBe(200);
        before.get("/users").mustBe(401);
        company.as(company.signIn("bob", Company.PASSWORD)).get("/users").mustBe(200);
    }

    @Test
    void the_session_of_the_sign_in_page_ends_with_the_user() {
        Http.Answer bob =
                company.createUser(admin, "bob", company.role(admin, "viewer")).mustBe(201);
        SignIn browser = SignIn.at(url());
        browser.signIn(company.code(), "bob", Company.PASSWORD);
        browser.signIn(company.code(), "bob", "not typed, the session is still good");

        admin.seen(bob).delete("/users/" + bob.text("id")).mustBe(204);

        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(() -> browser.signIn(company.code(), "bob", Company.PASSWORD));
    }

    @Test
    void a_password_reset_ends_what_the_old_one_opened_and_the_new_one_works_at_once() {
        Http.Answer bob =
                company.createUser(admin, "bob", company.role(admin, "viewer")).mustBe(201);
        Http before = company.as(company.signIn("bob", Company.PASSWORD));

        admin.seen(bob)
                .post("/users/" + bob.text("id") + "/reset-password", Map.of("password", OTHER_PASSWORD))
                .mustBe(200);

        before.get("/users").mustBe(401);
        assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(() -> company.signIn("bob", Company.PASSWORD));
        company.as(company.signIn("bob", OTHER_PASSWORD)).get("/users").mustBe(200);
    }

    @Test
    void a_user_changes_his_own_password_when_he_knows_the_old_one() {
        company.createUser(admin, "bob").mustBe(201);
        Http bob = company.as(company.signIn("bob", Company.PASSWORD));

        Http.Answer wrong = bob.post("/users/me/password", Map.of("current", OTHER_PASSWORD, "next", OTHER_PASSWORD));
        assertThat(wrong.mustBe(422).problem()).isEqualTo("wrong-password");

        bob.post("/users/me/password", Map.of("current", Company.PASSWORD, "next", OTHER_PASSWORD))
                .mustBe(204);
        bob.get("/users/me").mustBe(401);
        company.signIn("bob", OTHER_PASSWORD);
    }

    @Test
    void whoever_guesses_passwords_has_to_wait_even_for_the_right_one() {
        Http.Answer bob = company.createUser(admin, "bob").mustBe(201);
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(() -> company.signIn("bob", OTHER_PASSWORD));
        }

        assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(() -> company.signIn("bob", Company.PASSWORD));
        assertThat(admin.get("/users/" + bob.text("id")).text("lockedUntil")).isNotEmpty();

        clock.moveOn(Duration.ofSeconds(16));
        company.signIn("bob", Company.PASSWORD);
        assertThat(admin.get("/users/" + bob.text("id"))
                        .body()
                        .path("lockedUntil")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_username_is_taken_whatever_its_case() {
        company.createUser(admin, "bob").mustBe(201);

        assertThat(company.createUser(admin, "BOB").mustBe(409).problem()).isEqualTo("username-taken");
    }

    @Test
    void the_same_user_may_work_for_two_companies() {
        Company other = onboard();
        company.createUser(admin, "bob").mustBe(201);

        other.createUser(other.admin(), "bob").mustBe(201);
    }

    @Test
    void a_creation_that_is_sent_again_under_its_key_has_one_effect() {
        Http again = admin.with("Idempotency-Key", "create-bob-1");

        String first = company.createUser(again, "bob").mustBe(201).text("id");

        assertThat(company.createUser(again, "bob").mustBe(201).text("id")).isEqualTo(first);
        assertThat(company.createUser(again, "carol").mustBe(422).problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_company_has_as_many_users_as_its_plan() {
        company.operator()
                .seen(company.tenant())
                .put(
                        "/admin/tenants/" + company.id() + "/plan",
                        Map.of("plan", "trial", "quotas", Map.of("requestsPerSecond", 10, "users", 2)))
                .mustBe(200);
        Http.Answer bob = company.createUser(admin, "bob").mustBe(201);

        assertThat(company.createUser(admin, "carol").mustBe(422).problem()).isEqualTo("user-quota-reached");

        admin.seen(bob).delete("/users/" + bob.text("id")).mustBe(204);
        company.createUser(admin, "carol").mustBe(201);
    }

    @Test
    void the_last_administrator_stays_one() {
        Http.Answer ada = admin.get("/users/" + me(admin)).mustBe(200);
        String path = "/users/" + ada.text("id");

        Stream.of(
                        admin.seen(ada).delete(path),
                        admin.seen(ada).post(path + "/disable", null),
                        admin.seen(ada).put(path + "/roles", Map.of("roles", Set.of(company.role(admin, "viewer")))))
                .forEach(refused -> assertThat(refused.mustBe(409).problem()).isEqualTo("last-administrator"));
        admin.get(path).mustBe(200);
    }

    @Test
    void two_administrators_cannot_remove_each_other_at_once() throws Exception {
        Http.Answer eve = company.createUser(admin, "eve", company.role(admin, "administrator"))
                .mustBe(201);
        Http second = company.as(company.signIn("eve", Company.PASSWORD));
        Http.Answer ada = admin.get("/users/" + me(admin)).mustBe(200);

        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(List.<Callable<Http.Answer>>of(
                    () -> admin.seen(eve).delete("/users/" + eve.text("id")),
                    () -> second.seen(ada).delete("/users/" + ada.text("id"))));
        }

        assertThat(look("SELECT COUNT(*) FROM tenant_user WHERE status = 'ACTIVE' AND tenant_id = " + company.id()))
                .isEqualTo(1);
    }

    @Test
    void a_change_on_an_old_version_is_refused() {
        Http.Answer bob = company.createUser(admin, "bob").mustBe(201);
        String path = "/users/" + bob.text("id");
        admin.seen(bob).put(path, Map.of("name", "Robert")).mustBe(200);

        admin.seen(bob).put(path, Map.of("name", "Rob")).mustBe(412);
        admin.put(path, Map.of("name", "Rob")).mustBe(428);
        assertThat(admin.get(path).text("name")).isEqualTo("Robert");
    }

    @Test
    void users_are_listed_in_slices_by_status_and_name() {
        Http.Answer bob = company.createUser(admin, "bob").mustBe(201);
        company.createUser(admin, "bonnie").mustBe(201);
        admin.seen(bob).post("/users/" + bob.text("id") + "/disable", null).mustBe(200);

        assertThat(admin.get("/users?text=bo").body().path("items")).hasSize(2);
        assertThat(admin.get("/users?status=DISABLED").body().path("items")).hasSize(1);
        Http.Answer first = admin.get("/users?limit=2").mustBe(200);
        assertThat(first.body().path("items")).hasSize(2);
        Http.Answer second =
                admin.get("/users?limit=2&cursor=" + first.text("next")).mustBe(200);
        assertThat(second.body().path("items")).hasSize(1);
        assertThat(second.body().path("next").isNull()).isTrue();
    }

    @Test
    void another_companys_user_is_not_there() {
        Company other = onboard();
        Http stranger = other.admin();
        Http.Answer bob = company.createUser(admin, "bob").mustBe(201);
        String path = "/users/" + bob.text("id");

        admin.get(path).mustBe(200);
        String missing = stranger.get("/users/1").mustBe(404).text("type");
        assertThat(stranger.get(path).mustBe(404).text("type")).isEqualTo(missing);
        stranger.seen(bob).delete(path).mustBe(404);
        stranger.seen(bob)
                .post(path + "/reset-password", Map.of("password", OTHER_PASSWORD))
                .mustBe(404);
        stranger.seen(bob).put(path + "/roles", Map.of("roles", Set.of())).mustBe(404);
        assertThat(other.createUser(stranger, "mallory", company.role(admin, "viewer"))
                        .status())
                .isEqualTo(404);
        assertThat(admin.get(path).mustBe(200).etag()).isEqualTo(bob.etag());
    }

    @Test
    void two_companies_with_the_same_primary_keys_do_not_touch_each_other() {
        Company other = onboard();
        Http.Answer bob =
                company.createUser(admin, "bob", company.role(admin, "viewer")).mustBe(201);
        // The same ids again, in the other company.
        meddle("UPDATE tenant_role SET code = CONCAT(code, '-2') WHERE tenant_id = " + other.id());
        for (String table : List.of("tenant_role", "tenant_user", "tenant_role_permission", "tenant_user_role")) {
            copy(table, company.id(), other.id());
        }
        Http stranger = other.as(other.signIn("bob", Company.PASSWORD));
        stranger.get("/users").mustBe(200);

        admin.seen(bob)
                .put("/users/" + bob.text("id"), Map.of("name", "Changed"))
                .mustBe(200);
        Http.Answer now = admin.get("/users/" + bob.text("id"));
        admin.seen(now).delete("/users/" + bob.text("id")).mustBe(204);

        stranger.get("/users").mustBe(200);
        assertThat(stranger.get("/users/" + bob.text("id")).mustBe(200).text("name"))
                .isEqualTo("N. bob");
    }

    private static void copy(String table, String from, String to) {
        String columns = COLUMNS.get(table);
        meddle("INSERT IGNORE INTO " + table + " (tenant_id, " + columns + ") SELECT " + to + ", " + columns + " FROM "
                + table + " WHERE tenant_id = " + from);
    }

    private static String me(Http caller) {
        return caller.get("/users/me").mustBe(200).body().at("/user/id").asString();
    }
}
