package dev.abacus.tenant.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TokensTest extends TenantServiceTest {

    private static final String REDIRECT = "http://127.0.0.1:8080/login/oauth2/code/abacus";

    @Test
    void an_access_token_says_who_and_where_but_never_what_he_may_do() {
        Company company = onboard();

        JsonNode claims = Http.claims(company.signIn().accessToken(), json);

        assertThat(claims.path("iss").asString()).isEqualTo("http://127.0.0.1:8080");
        assertThat(claims.path("aud").asString()).isEqualTo("abacus");
        assertThat(claims.path("tenant").asString()).isEqualTo(company.id());
        assertThat(claims.path("sub").asString())
                .isEqualTo(
                        company.admin().get("/users/me").body().at("/user/id").asString());
        assertThat(claims.path("name").asString()).isEqualTo("Ada Admin");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(290L, 600L);
        assertThat(claims.toString()).doesNotContain("permission", "user.write", "role");
    }

    @Test
    void an_id_token_is_for_the_client_and_names_the_user() {
        Company company = onboard();
        SignIn.Tokens tokens = webClient().signIn(company.code(), Company.ADMIN, Company.PASSWORD);

        JsonNode claims = Http.claims(tokens.idToken(), json);

        assertThat(claims.path("aud").asString()).isEqualTo("bff");
        assertThat(claims.path("preferred_username").asString()).isEqualTo("admin");
        assertThat(claims.path("tenant").asString()).isEqualTo(company.id());
    }

    @Test
    void without_pkce_there_is_no_code() {
        HttpResponse<String> answer =
                browse("/oauth2/authorize?response_type=code&client_id=bff&scope=openid&redirect_uri=" + REDIRECT);

        assertThat(answer.headers().firstValue("Location").orElse(""))
                .startsWith(REDIRECT)
                .contains("error=invalid_request", "code_challenge");
    }

    @Test
    void a_plain_challenge_is_not_enough() {
        HttpResponse<String> answer = browse(
                "/oauth2/authorize?response_type=code&client_id=bff&scope=openid&redirect_uri=" + REDIRECT
                        + "&code_challenge=abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz&code_challenge_method=plain");

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
    }

    @Test
    void a_code_goes_only_where_the_client_said() {
        HttpResponse<String> answer = browse("/oauth2/authorize?response_type=code&client_id=bff&scope=openid"
                + "&redirect_uri=http://evil.example/&code_challenge=x&code_challenge_method=S256");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void a_refresh_token_is_used_up_by_its_use() {
        Company company = onboard();
        SignIn browser = webClient();
        SignIn.Tokens first = browser.signIn(company.code(), Company.ADMIN, Company.PASSWORD);

        SignIn.Tokens second = browser.refresh(first.refreshToken());
        SignIn.Tokens third = browser.refresh(second.refreshToken());

        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        company.as(third).get("/users").mustBe(200);
    }

    @Test
    void a_refresh_token_that_comes_again_ends_the_whole_sign_in() {
        Company company = onboard();
        SignIn browser = webClient();
        SignIn.Tokens first = browser.signIn(company.code(), Company.ADMIN, Company.PASSWORD);
        SignIn.Tokens second = browser.refresh(first.refreshToken());

        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(() -> browser.refresh(first.refreshToken()))
                .withMessageContaining("invalid_grant");

        assertThatExceptionOfType(SignIn.Refused.class)
                .as("the thief's and the owner's successors end alike")
                .isThrownBy(() -> browser.refresh(second.refreshToken()));
    }

    @Test
    void a_program_on_somebodys_machine_gets_no_refresh_token() {
        assertThat(onboard().signIn().refreshToken()).isNull();
    }

    @Test
    void a_revoked_refresh_token_is_good_for_nothing_and_introspection_says_so() {
        Company company = onboard();
        SignIn browser = webClient();
        String refresh =
                browser.signIn(company.code(), Company.ADMIN, Company.PASSWORD).refreshToken();
        assertThat(form("/oauth2/introspect", Map.of("token", refresh))
                        .path("active")
                        .asBoolean())
                .isTrue();

        form("/oauth2/revoke", Map.of("token", refresh));

        assertThat(form("/oauth2/introspect", Map.of("token", refresh))
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(() -> browser.refresh(refresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant-service", "inventory-service", "trade-service", "gateway", "bff-service"})
    void each_process_of_the_suite_can_ask_who_may_do_what(String client) {
        String token = SignIn.clientToken(url(), client, "dev-" + client, "internal");

        http(token).get("/internal/access/1/1").mustBe(404);
    }

    @ParameterizedTest
    @CsvSource({
        "bff, dev-bff, platform.admin",
        "trade-service, dev-trade-service, platform.admin",
        "trade-service, dev-trade-service, provision",
        "platform-admin, dev-platform-admin, internal",
        "platform-admin, wrong, platform.admin",
        "nobody, secret, internal"
    })
    void a_client_gets_no_more_than_it_is_registered_for(String client, String secret, String scope) {
        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(() -> SignIn.clientToken(url(), client, secret, scope));
    }

    @Test
    void a_person_cannot_ask_for_the_platforms_scope() {
        HttpResponse<String> answer =
                browse("/oauth2/authorize?response_type=code&client_id=bff&scope=openid%20platform.admin"
                        + "&redirect_uri=" + REDIRECT + "&code_challenge=x&code_challenge_method=S256");

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=invalid_scope");
    }

    @Test
    void tokens_of_the_old_key_are_good_until_they_end_and_then_the_key_is_forgotten() {
        Company company = onboard();
        SignIn.Tokens old = company.signIn();

        Http.Answer rotated =
                operator().post("/admin/signing-keys/rotation", null).mustBe(200);

        assertThat(publishedKeys()).contains(header(old.accessToken(), "kid"), rotated.text("id"));
        company.as(old).get("/users").mustBe(200);
        SignIn.Tokens fresh = company.signIn();
        assertThat(header(fresh.accessToken(), "kid")).isEqualTo(rotated.text("id"));
        company.as(fresh).get("/users").mustBe(200);

        clock.moveOn(Duration.ofMinutes(11));
        assertThat(publishedKeys()).contains(rotated.text("id")).doesNotContain(header(old.accessToken(), "kid"));
        company.as(old).get("/users").mustBe(401);
        company.as(fresh).get("/users").mustBe(200);
    }

    @Test
    void only_public_halves_of_keys_are_published_and_private_ones_are_sealed_in_the_database() {
        JsonNode published = http(null).get("/oauth2/jwks").mustBe(200).body().path("keys");

        assertThat(published).isNotEmpty().allSatisfy(key -> assertThat(key.propertyNames())
                .doesNotContain("d", "p", "q"));
        assertThat(look("SELECT COUNT(*) FROM tenant_signing_key WHERE sealed LIKE '%\"kty\"%'"))
                .isZero();
    }

    @Test
    void the_issuer_describes_itself_at_the_gateways_address() {
        JsonNode about =
                http(null).get("/.well-known/openid-configuration").mustBe(200).body();

        assertThat(about.path("issuer").asString()).isEqualTo("http://127.0.0.1:8080");
        assertThat(about.path("token_endpoint").asString()).isEqualTo("http://127.0.0.1:8080/oauth2/token");
        assertThat(about.path("end_session_endpoint").asString()).isEqualTo("http://127.0.0.1:8080/connect/logout");
    }

    @Test
    void who_signs_out_is_sent_back_and_has_to_sign_in_again() {
        Company company = onboard();
        SignIn browser = webClient();
        SignIn.Tokens tokens = browser.signIn(company.code(), Company.ADMIN, Company.PASSWORD);
        form("/oauth2/revoke", Map.of("token", tokens.refreshToken()));

        HttpResponse<String> answer = browser.get("/connect/logout?id_token_hint=" + tokens.idToken()
                + "&post_logout_redirect_uri=http://127.0.0.1:8080/");

        assertThat(answer.headers().firstValue("Location")).contains("http://127.0.0.1:8080/");
        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(() -> browser.signIn(company.code(), Company.ADMIN, "the session is gone"));
    }

    @Test
    void a_user_asks_with_his_token_who_he_is() {
        Company company = onboard();

        assertThat(company.admin().get("/userinfo").mustBe(200).text("preferred_username"))
                .isEqualTo("admin");
        http(null).get("/userinfo").mustBe(401);
    }

    private Set<String> publishedKeys() {
        return http(null)
                .get("/oauth2/jwks")
                .mustBe(200)
                .body()
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asString())
                .collect(Collectors.toSet());
    }

    private String header(String token, String field) {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]))
                .path(field)
                .asString();
    }

    private HttpResponse<String> browse(String path) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).header("Accept", "text/html"));
    }

    /** As the client of the web front end. */
    private JsonNode form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("bff:dev-bff".getBytes()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
