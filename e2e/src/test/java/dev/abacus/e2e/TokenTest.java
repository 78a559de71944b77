package dev.abacus.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.seed.client.Json;
import dev.abacus.seed.client.SignIn;
import dev.abacus.seed.story.Crew;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Attack A5: tokens that were not issued for this, at the gateway and straight at the services. That a token of another
 * issuer and an expired one are refused is shown where they can be made, in the kernel's tests.
 */
class TokenTest {

    private static final Suite SUITE = Suite.get();
    private static final Crew CREW = SUITE.company("tokens");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Of the services, each by its own door. */
    private static final List<Door> DOORS = List.of(
            new Door(8080, "/api/inventory/products"),
            new Door(8080, "/api/trade/sales-orders"),
            new Door(8080, "/api/tenant/users/me"),
            new Door(8101, "/users/me"),
            new Door(8102, "/products"),
            new Door(8103, "/sales-orders"));

    private final String[] real = CREW.administrator().bearer().token().split("\\.");

    private record Door(int port, String path) {}

    @Test
    void a_real_token_opens_every_door() {
        opens(String.join(".", real), 200);
    }

    @Test
    void no_token_opens_none() {
        for (Door door : DOORS) {
            var answer = SUITE.at(door.port()).get(door.path());
            assertThat(answer.status()).as(door.toString()).isEqualTo(401);
            assertThat(answer.response().headers().firstValue("WWW-Authenticate"))
                    .isPresent();
        }
    }

    @Test
    void a_token_that_nobody_signed() {
        opens(encoded(Map.of("alg", "none", "typ", "JWT")) + "." + real[1] + ".", 401);
    }

    @Test
    void a_token_signed_with_ones_own_key() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        String content =
                encoded(Map.of("alg", "RS256", "kid", header().path("kid").asString(""))) + "." + real[1];
        signature.update(content.getBytes(UTF_8));
        opens(content + "." + BASE64.encodeToString(signature.sign()), 401);
    }

    /** The classic mix-up: the public key, which everybody has, taken for a shared secret. */
    @Test
    void a_token_signed_with_the_public_key_as_a_secret() throws GeneralSecurityException {
        String keys = SUITE.raw().get("/oauth2/jwks").response().body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(keys.getBytes(UTF_8), "HmacSHA256"));
        String content =
                encoded(Map.of("alg", "HS256", "kid", header().path("kid").asString(""))) + "." + real[1];
        opens(content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(UTF_8))), 401);
    }

    @Test
    void a_token_with_another_tenant_written_into_it() {
        ObjectNode claims = (ObjectNode) decoded(real[1]);
        claims.put("tenant", SUITE.company("other").tenant().id().toString());
        opens(real[0] + "." + encoded(claims) + "." + real[2], 401);
    }

    /** Signed by the right key, for another audience: it tells a program who signed in and opens nothing. */
    @Test
    void an_id_token() {
        var credentials = SUITE.credentials(CREW, CREW.company().seller());
        opens(SignIn.tokens(SUITE.gateway(), credentials).path("id_token").asString(""), 401);
    }

    @Test
    void rubbish() {
        opens("rubbish", 401);
    }

    private static void opens(String token, int status) {
        for (Door door : DOORS) {
            var answer = SUITE.at(door.port()).as(() -> token).get(door.path());
            assertThat(answer.status()).as(door + ": " + answer).isEqualTo(status);
        }
    }

    private JsonNode header() {
        return decoded(real[0]);
    }

    private static JsonNode decoded(String part) {
        return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String encoded(Object part) {
        return BASE64.encodeToString(Json.MAPPER.writeValueAsBytes(part));
    }
}
