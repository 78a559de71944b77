package dev.abacus.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send: A1 to A4 and bad input, each beside what works. */
class DoorTest extends TenantServiceTest {

    private Company company;
    private Company other;
    private Http admin;

    @BeforeEach
    void twoCompanies() {
        company = onboard();
        other = onboard();
        admin = company.admin();
    }

    private long users(Company of) {
        return look("SELECT COUNT(*) FROM tenant_user WHERE tenant_id = " + of.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenantId", "tenant_id", "tenant"})
    void a_tenant_in_the_body_means_nothing(String field) {
        var wish = new HashMap<String, Object>(
                Map.of("username", "bob", "name", "Bob", "password", Company.PASSWORD, "roles", Set.of()));
        wish.put(field, other.id());

        admin.post("/users", wish).mustBe(201);

        assertThat(users(company)).isEqualTo(2);
        assertThat(users(other)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"X-Tenant-Id", "x-tenant", "Tenant", "X-Abacus-Tenant", "X-Forwarded-User"})
    void a_tenant_in_a_header_means_nothing(String header) {
        Http.Answer me = admin.with(header, other.id()).get("/users/me").mustBe(200);

        assertThat(me.body().at("/company/id").asString()).isEqualTo(company.id());
    }

    @Test
    void a_tenant_in_baggage_means_nothing() {
        Http.Answer me = admin.with("baggage", "tenant=" + other.id() + ",abacus.tenant=" + other.id())
                .get("/users/me")
                .mustBe(200);

        assertThat(me.body().at("/company/id").asString()).isEqualTo(company.id());
    }

    @Test
    void another_company_in_the_address_is_forbidden() {
        admin.get("/users?orgId=" + company.id()).mustBe(200);

        assertThat(admin.get("/users?orgId=" + other.id()).mustBe(403).problem())
                .isEqualTo("wrong-tenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", "{\"username\": 5, \"roles\": {}}", "{\"roles\":[\"x\"]}", ""})
    void a_body_that_cannot_be_read_is_refused_and_changes_nothing(String body) {
        assertThat(admin.post("/users", body).status()).isEqualTo(400);
        assertThat(users(company)).isEqualTo(1);
    }

    @Test
    void a_body_of_ten_megabytes_is_refused() {
        String body = "{\"username\":\"bob\",\"name\":\"" + "x".repeat(10 << 20) + "\"}";

        assertThat(admin.post("/users", body).mustBe(413).problem()).isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "username, ''",
        "username, a b",
        "username, '<script>'",
        "name, ''",
        "email, not-an-address",
        "password, short",
    })
    void each_field_is_checked_and_named(String field, String value) {
        var wish = new HashMap<String, Object>(
                Map.of("username", "bob", "name", "Bob", "password", Company.PASSWORD, "roles", Set.of()));
        wish.put(field, value);

        Http.Answer refused = admin.post("/users", wish).mustBe(400);

        assertThat(refused.raw().body()).contains(field);
        assertThat(refused.text("requestId")).isNotBlank();
        assertThat(users(company)).isEqualTo(1);
    }

    @Test
    void a_password_of_more_than_bcrypt_reads_is_refused_rather_than_cut() {
        var wish = Map.of("username", "bob", "name", "Bob", "password", "中".repeat(25), "roles", Set.of());

        admin.post("/users", wish).mustBe(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "99999999999999999999", "1%20OR%201=1"})
    void an_id_that_cannot_be_is_refused(String id) {
        assertThat(admin.get("/users/" + id).status()).isIn(400, 404);
    }

    @Test
    void search_text_is_text() {
        company.createUser(admin, "bob").mustBe(201);

        assertThat(admin.get("/users?text=b%27%20OR%20%271%27=%271")
                        .mustBe(200)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(admin.get("/users?text=bo").mustBe(200).body().path("items")).hasSize(1);
    }

    @Test
    void what_is_open_is_only_health_and_the_doors_for_strangers() {
        http(null).get("/actuator/health/readiness").mustBe(200);
        for (String closed :
                new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/loggers"}) {
            assertThat(http(null).get(closed).status()).isIn(401, 404);
            assertThat(admin.get(closed).status()).isIn(403, 404);
        }
    }
}
