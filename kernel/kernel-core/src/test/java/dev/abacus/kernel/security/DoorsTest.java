package dev.abacus.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.abacus.kernel.security.Access.TenantStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Every service's door over real HTTP with real tokens: who gets in, who does not, and what he is told. */
@SpringBootTest(classes = DoorsService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorsTest {

    private static final Issuer ISSUER = new Issuer();
    private static final long TENANT = 11;
    private static final long USER = 5;

    @LocalServerPort
    int port;

    @Autowired
    DoorsService.Directory directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", ISSUER::jwks);
    }

    @BeforeEach
    void userMayReadAndWrite() {
        directory.let(TENANT, USER, TenantStatus.ACTIVE, "order.read", "order.write");
    }

    private HttpResponse<String> send(String path, String token, UnaryOperator<HttpRequest.Builder> how)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(how.apply(request).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(path, token, request -> request);
    }

    private static String user() {
        return ISSUER.sign(Issuer.user(TENANT, USER));
    }

    private Map<?, ?> body(HttpResponse<String> response) {
        return json.readValue(response.body(), Map.class);
    }

    private void isProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/problem+json");
        assertThat(body(response).get("type")).isEqualTo("https://abacus.dev/problems/" + code);
        assertThat(body(response).get("requestId"))
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void a_user_gets_in_with_his_tenant_bound() throws Exception {
        var response = get("/orders?limit=7", user());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(body(response)).isEqualTo(Map.of("tenant", "11", "by", "User 5", "limit", 7));
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("none at all", null),
                Arguments.of("not a token", "abc"),
                Arguments.of("not signed", Issuer.unsigned(Issuer.user(TENANT, USER))),
                Arguments.of("signed by another key", Issuer.sign(Issuer.user(TENANT, USER), Issuer.newKey())),
                Arguments.of(
                        "for another audience",
                        ISSUER.sign(Issuer.user(TENANT, USER).audience("shop"))),
                Arguments.of(
                        "of another issuer",
                        ISSUER.sign(Issuer.user(TENANT, USER).issuer("http://evil"))),
                Arguments.of("ended", ISSUER.sign(ended())),
                Arguments.of("of a user who is not there", ISSUER.sign(Issuer.user(TENANT, 404))),
                Arguments.of("of the user under another tenant", ISSUER.sign(Issuer.user(12, USER))),
                Arguments.of(
                        "with a tenant that is no id",
                        ISSUER.sign(Issuer.user(TENANT, USER).claim("tenant", "x"))));
    }

    private static JWTClaimsSet.Builder ended() {
        Instant past = Instant.now().minusSeconds(3_600);
        return Issuer.user(TENANT, USER).issueTime(Date.from(past)).expirationTime(Date.from(past.plusSeconds(60)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void a_token_that_is_not_right_is_401(String what, String token) throws Exception {
        var response = get("/orders", token);
        isProblem(response, 401, "unauthorized");
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    private static JWTClaimsSet.Builder function(long tenant, String... permissions) {
        return Issuer.claims("function:sorter")
                .claim("tenant", Long.toString(tenant))
                .claim("function", "sorter")
                .claim("permissions", java.util.List.of(permissions));
    }

    @Test
    void a_function_gets_in_for_its_tenant_where_its_token_says() throws Exception {
        directory.let(TENANT, Caller.FUNCTIONS.value(), TenantStatus.ACTIVE, "order.write");
        var response = get("/orders", ISSUER.sign(function(TENANT, "order.read")));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"11\"", "function sorter");
        isProblem(get("/orders", ISSUER.sign(function(TENANT, "order.write"))), 403, "forbidden");
        isProblem(get("/orders", ISSUER.sign(function(TENANT))), 403, "forbidden");
        isProblem(get("/platform", ISSUER.sign(function(TENANT, "platform.admin"))), 403, "forbidden");
    }

    @Test
    void a_function_is_out_with_its_tenant_and_no_user_is_taken_for_one() throws Exception {
        isProblem(get("/orders", ISSUER.sign(function(12, "order.read"))), 401, "unauthorized");
        directory.let(TENANT, Caller.FUNCTIONS.value(), TenantStatus.SUSPENDED);
        isProblem(get("/orders", ISSUER.sign(function(TENANT, "order.read"))), 403, "tenant-suspended");
        directory.let(TENANT, Caller.FUNCTIONS.value(), TenantStatus.ACTIVE);
        isProblem(get("/refuse", ISSUER.sign(Issuer.user(TENANT, Caller.FUNCTIONS.value()))), 401, "unauthorized");
    }

    @Test
    void a_removed_user_is_out_at_once_though_his_token_has_not_ended() throws Exception {
        String token = user();
        assertThat(get("/orders", token).statusCode()).isEqualTo(200);
        directory.remove(TENANT, USER);
        isProblem(get("/orders", token), 401, "unauthorized");
    }

    @Test
    void a_user_who_signed_out_everywhere_needs_a_new_token() throws Exception {
        String token = user();
        directory.signOut(TENANT, USER, Instant.now().plusSeconds(1));
        isProblem(get("/orders", token), 401, "unauthorized");
    }

    @Test
    void a_suspended_tenant_is_out_at_once() throws Exception {
        String token = user();
        directory.let(TENANT, USER, TenantStatus.SUSPENDED, "order.read");
        isProblem(get("/orders", token), 403, "tenant-suspended");
    }

    @Test
    void a_link_to_another_company_is_refused() throws Exception {
        assertThat(get("/orders?orgId=11", user()).statusCode()).isEqualTo(200);
        isProblem(get("/orders?orgId=12", user()), 403, "wrong-tenant");
    }

    @Test
    void a_permission_that_a_user_lacks_is_403_and_named() throws Exception {
        directory.let(TENANT, USER, TenantStatus.ACTIVE, "order.read");
        var response = post("{\"sku\":\"A\"}");
        isProblem(response, 403, "forbidden");
        assertThat(body(response).get("needs")).isEqualTo("order.write");
    }

    @Test
    void the_platforms_doors_are_closed_to_users_and_the_other_way_round() throws Exception {
        String operator = ISSUER.sign(Issuer.platform("platform.admin"));
        assertThat(get("/platform", operator).body()).isEqualTo("platform");
        isProblem(get("/platform", user()), 403, "forbidden");
        isProblem(get("/orders", operator), 403, "forbidden");
        isProblem(get("/platform", ISSUER.sign(Issuer.platform("internal"))), 403, "forbidden");
    }

    @Test
    void a_scope_in_a_users_token_opens_no_platform_door() throws Exception {
        String forged = ISSUER.sign(Issuer.user(TENANT, USER).claim("scope", java.util.List.of("platform.admin")));
        isProblem(get("/platform", forged), 403, "forbidden");
    }

    @Test
    void a_door_without_a_mark_is_closed_to_everybody() throws Exception {
        isProblem(get("/forgotten", user()), 403, "forbidden");
        isProblem(get("/forgotten", ISSUER.sign(Issuer.platform("platform.admin"))), 403, "forbidden");
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send("/orders", user(), request -> request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void ids_money_and_quantities_read_back_as_they_were_written() throws Exception {
        String order = "{\"sku\":\"A\",\"quantity\":{\"amount\":\"2.5\",\"unit\":\"kg\"},"
                + "\"price\":{\"amount\":\"9.90\",\"currency\":\"CNY\"}}";
        var response = post(order);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(json.readTree(response.body())).isEqualTo(json.readTree(order));
        assertThat(post("{\"sku\":\"A\",\"quantity\":{\"amount\":2.5,\"unit\":\"kg\"}}")
                        .body())
                .contains("\"amount\":\"2.5\"");
    }

    @Test
    void bad_input_says_what_is_wrong() throws Exception {
        isProblem(post("{"), 400, "malformed-request");
        isProblem(post("{\"sku\":\" \"}"), 400, "invalid-request");
        assertThat(body(post("{\"sku\":\" \"}")).get("errors").toString()).contains("sku");
        isProblem(post("{\"sku\":\"A\",\"quantity\":{\"amount\":\"many\",\"unit\":\"kg\"}}"), 400, "invalid-value");
        isProblem(post("{\"sku\":\"A\",\"price\":{\"amount\":\"1\",\"currency\":\"XXXX\"}}"), 400, "invalid-value");
        isProblem(get("/orders?limit=0", user()), 400, "invalid-value");
        isProblem(get("/orders?limit=1000", user()), 400, "invalid-value");
        isProblem(get("/orders/abc", user()), 400, "invalid-value");
        isProblem(get("/nowhere", user()), 404, "not-found");
        isProblem(get("/orders/17", user()), 404, "not-found");
        isProblem(send("/orders", user(), r -> r.DELETE()), 405, "method-not-allowed");
        isProblem(
                send("/orders", user(), r -> r.header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
        isProblem(
                send("/orders", user(), r -> r.header("Content-Type", "application/json")
                        .header("Idempotency-Key", "short")
                        .POST(BodyPublishers.ofString("{\"sku\":\"A\"}"))),
                400,
                "invalid-value");
    }

    @Test
    void a_change_needs_the_version_that_was_seen() throws Exception {
        UnaryOperator<HttpRequest.Builder> put = r -> r.PUT(BodyPublishers.noBody());
        isProblem(send("/orders", user(), put), 428, "version-required");
        isProblem(send("/orders", user(), r -> put.apply(r.header("If-Match", "\"6\""))), 412, "stale-version");
        isProblem(send("/orders", user(), r -> put.apply(r.header("If-Match", "7"))), 400, "invalid-value");
        assertThat(send("/orders", user(), r -> put.apply(r.header("If-Match", "\"7\"")))
                        .body())
                .isEqualTo("changed");
    }

    @Test
    void a_body_past_the_limit_is_413_announced_or_not() throws Exception {
        String large = "{\"sku\":\"" + "a".repeat(2_000_000) + "\"}";
        isProblem(post(large), 413, "body-too-large");
        isProblem(
                send("/orders", user(), r -> r.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes())))),
                413,
                "body-too-large");
    }

    @Test
    void a_refusal_keeps_its_code_and_facts_and_a_fault_tells_nothing() throws Exception {
        var refused = get("/refuse", user());
        isProblem(refused, 409, "insufficient-stock");
        assertThat(body(refused).get("available")).isEqualTo("3");
        var broken = get("/break", user());
        isProblem(broken, 500, "internal-error");
        assertThat(broken.body()).doesNotContain("secret");
    }

    @Test
    void a_plain_request_id_is_kept_and_any_other_is_replaced() throws Exception {
        assertThat(send("/orders", user(), r -> r.header("X-Request-Id", "order-7421"))
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("order-7421");
        assertThat(send("/orders", user(), r -> r.header("X-Request-Id", "a b\"c"))
                        .headers()
                        .firstValue("X-Request-Id"))
                .get()
                .asString()
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void health_is_open_and_the_inside_is_not() throws Exception {
        assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
        for (String path : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator"}) {
            assertThat(get(path, null).statusCode()).as(path).isEqualTo(401);
            assertThat(get(path, user()).statusCode()).as(path).isIn(403, 404);
        }
    }

    @Test
    void a_form_without_its_boundary_is_a_problem_wherever_it_is_noticed() throws Exception {
        isProblem(form("/token", user()), 400, "bad-request");
        isProblem(form("/orders", user()), 400, "bad-request");
    }

    private HttpResponse<String> form(String path, String token) throws IOException, InterruptedException {
        return send(path, token, request -> request.header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("no parts")));
    }

    @Test
    void the_page_for_errors_is_nothing_to_be_asked_for() throws Exception {
        isProblem(get("/error", null), 404, "not-found");
    }

    /** Eleven characters that would be ten million digits, written out. */
    @Test
    void a_number_that_explodes_is_refused_before_anybody_computes_with_it() throws Exception {
        for (String amount : new String[] {"\"1e9999999\"", "1e9999999", "1e-9999999", "\"-1E+2147483647\""}) {
            var response = send("/orders", user(), request -> request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            """
                                    {"sku":"A","quantity":{"amount":%s,"unit":"pcs"},"price":{"amount":"1","currency":"CNY"}}"""
                                    .formatted(amount))));
            isProblem(response, 400, "invalid-value");
        }
    }
}
