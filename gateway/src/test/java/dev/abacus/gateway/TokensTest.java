package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.abacus.standin.StandInIssuer;
import dev.abacus.standin.StandInIssuer.Someone;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A4, A5: who may come in at all. Each refusal stands beside the same request with everything right. */
@GatewayTest
class TokensTest {

    private static final StandInIssuer ISSUER = Neighbours.ISSUER;

    @LocalServerPort
    int port;

    private final Someone ada = ISSUER.someone(100);

    @BeforeEach
    void forget() {
        Neighbours.reset();
    }

    @Test
    void a_right_token_comes_in_and_is_handed_on() {
        String token = ISSUER.token(ada);

        assertThat(ask(token).statusCode()).isEqualTo(200);
        assertThat(Neighbours.TRADE.last().header("Authorization")).isEqualTo("Bearer " + token);
        assertThat(Neighbours.TRADE.last().path()).isEqualTo("/customers");
    }

    @Test
    void without_a_token_there_is_a_challenge_and_a_problem() {
        HttpResponse<String> answer = ask(null);

        assertRefused(answer);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("Bearer"));
        assertThat(answer.body()).contains("https://abacus.dev/problems/unauthorized", "requestId");
    }

    @Test
    void an_unsigned_token_is_refused() {
        assertRefused(ask(new PlainJWT(ISSUER.claims(ada).build()).serialize()));
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_password_is_refused() throws JOSEException {
        byte[] publicKey = ISSUER.publicKey().toJSONString().getBytes(StandardCharsets.UTF_8);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(),
                ISSUER.claims(ada).build());
        token.sign(new MACSigner(publicKey));

        assertRefused(ask(token.serialize()));
    }

    @Test
    void a_token_signed_by_another_key_of_the_same_name_is_refused() {
        assertRefused(ask(StandInIssuer.sign(ISSUER.claims(ada).build(), StandInIssuer.newKey())));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        assertRefused(ask(with(claims -> claims.audience("payroll"))));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        assertRefused(ask(with(claims -> claims.issuer("http://127.0.0.1:6666"))));
    }

    @Test
    void a_token_that_has_ended_is_refused() {
        assertRefused(
                ask(with(claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(900)))
                        .expirationTime(Date.from(Instant.now().minusSeconds(300))))));
    }

    @Test
    void a_token_of_somebody_who_was_removed_is_refused_at_once() {
        String token = ISSUER.token(ada);
        assertThat(ask(token).statusCode()).isEqualTo(200);

        ISSUER.remove(ada);

        assertRefused(ask(token));
    }

    @Test
    void a_suspended_company_is_told_so_at_once() {
        String token = ISSUER.token(ada);
        assertThat(ask(token).statusCode()).isEqualTo(200);

        ISSUER.grant(ada, "SUSPENDED", 100);

        HttpResponse<String> answer = ask(token);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("problems/tenant-suspended");
    }

    @Test
    void a_company_in_the_address_must_be_the_one_of_the_token() {
        String token = ISSUER.token(ada);

        assertThat(ask("/api/trade/customers?orgId=" + ada.tenant(), token).statusCode())
                .isEqualTo(200);
        Neighbours.reset();
        HttpResponse<String> answer = ask("/api/trade/customers?orgId=1", token);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("problems/wrong-tenant");
        assertThat(Neighbours.TRADE.seen()).isEmpty();
    }

    @Test
    void when_nobody_can_say_what_a_caller_may_do_it_is_our_fault_and_not_his() {
        ISSUER.server().answering((exchange, body) -> {
            if (exchange.getRequestURI().getPath().startsWith("/internal/access/")) {
                dev.abacus.standin.StandInServer.json(exchange, 500, "{}");
            } else {
                ISSUER.answer(exchange, body);
            }
        });

        HttpResponse<String> answer = ask(ISSUER.token(ada));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("problems/access-unknown");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_graphql_request_may_come_with_a_session_that_the_bff_will_look_at() {
        var request = Http.request(port, "/graphql", null)
                .header("Cookie", "abacus=1")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"));

        assertThat(Http.send(request).statusCode()).isEqualTo(200);
        assertThat(Neighbours.BFF.last().header("Cookie")).isEqualTo("abacus=1");
    }

    @Test
    void a_graphql_request_with_a_wrong_token_is_refused() {
        assertRefused(Http.post(port, "/graphql", "nonsense", "{}"));
    }

    @Test
    void figures_are_for_operators_only() {
        assertThat(ask("/actuator/prometheus", null).statusCode()).isEqualTo(401);
        assertThat(ask("/actuator/prometheus", ISSUER.token(ada)).statusCode()).isEqualTo(403);
        assertThat(ask("/actuator/prometheus", ISSUER.platformToken("prometheus", "platform.admin"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
    }

    private String with(java.util.function.UnaryOperator<JWTClaimsSet.Builder> spoil) {
        return ISSUER.sign(spoil.apply(ISSUER.claims(ada)).build());
    }

    private HttpResponse<String> ask(String token) {
        return ask("/api/trade/customers", token);
    }

    private HttpResponse<String> ask(String path, String token) {
        return Http.get(port, path, token);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
