package dev.abacus.tenant.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import dev.abacus.tenant.api.Scopes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A function acts for one tenant, with what it was deployed with and nothing more. */
class FunctionTokensTest extends TenantServiceTest {

    private Company company;

    @BeforeEach
    void begin() {
        company = onboard();
    }

    private Http runtime() {
        return http(SignIn.clientToken(url(), "function-dispatcher", "dev-function-dispatcher", Scopes.FUNCTIONS));
    }

    private Http.Answer ask(Http who, String tenant, String... permissions) {
        return who.post(
                "/internal/function-tokens",
                Map.of("tenant", tenant, "function", "replenish", "permissions", List.of(permissions)));
    }

    private Http function(String... permissions) {
        return http(ask(runtime(), company.id(), permissions).mustBe(200).text("token"));
    }

    @Test
    void a_token_names_one_tenant_the_function_and_its_permissions_for_two_minutes() {
        String token = ask(runtime(), company.id(), "user.read", "product.read")
                .mustBe(200)
                .text("token");

        JsonNode claims = Http.claims(token, json);
        assertThat(claims.path("tenant").asString()).isEqualTo(company.id());
        assertThat(claims.path("function").asString()).isEqualTo("replenish");
        assertThat(claims.path("permissions").valueStream().map(JsonNode::asString))
                .containsExactly("product.read", "user.read");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(120);
    }

    @Test
    void it_opens_what_it_says_of_its_tenant_and_nothing_else() {
        assertThat(function("user.read").get("/users").mustBe(200).body().toString())
                .contains("admin");
        assertThat(function("product.read").get("/users").status()).isEqualTo(403);
        assertThat(function("user.read").get("/admin/tenants").status()).isEqualTo(403);

        Company other = onboard();
        String theirs =
                other.admin().get("/users/me").mustBe(200).body().at("/user/id").asString();
        assertThat(function("user.read").get("/users/" + theirs).status()).isEqualTo(404);
        assertThat(function("user.read").get("/users?orgId=" + other.id()).status())
                .isEqualTo(403);
    }

    @Test
    void it_opens_nothing_once_its_tenant_is_suspended() {
        Http function = function("user.read");
        function.get("/users").mustBe(200);

        company.suspend();

        assertThat(function.get("/users").mustBe(403).problem()).isEqualTo("tenant-suspended");
    }

    @Test
    void nobody_but_the_runtime_gets_one_and_none_governs_rights() {
        assertThat(ask(service(), company.id(), "user.read").status()).isEqualTo(403);
        assertThat(ask(operator(), company.id(), "user.read").status()).isEqualTo(403);
        assertThat(ask(company.admin(), company.id(), "user.read").status()).isEqualTo(403);
        assertThat(ask(runtime(), company.id(), "user.write").mustBe(422).problem())
                .isEqualTo("not-for-functions");
        assertThat(ask(runtime(), "77", "user.read").status()).isEqualTo(404);
    }
}
