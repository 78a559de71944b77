package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import dev.abacus.standin.StandInIssuer.Someone;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** I12: the lane is the gateway's own decision, and travels as its own baggage. */
@GatewayTest
class LaneTest {

    private static final Someone ON_A_LANE = Neighbours.ISSUER.someone(100);
    private static final Someone ON_THE_BASELINE = Neighbours.ISSUER.someone(100);
    private static final LaneTag GRAY = LaneTag.parse("gray-3");
    private static final LaneTag PROJECT = LaneTag.parse("project-1");
    private static final ECKey KEY = key();

    @LocalServerPort
    int port;

    @Autowired
    ActiveRules rules;

    @BeforeEach
    void one_tenant_on_a_lane() {
        Neighbours.reset();
        publish(false);
    }

    @AfterEach
    void nobody_on_a_lane() {
        rules.accept(new LaneRules(rules.version() + 1, Instant.now(), false, null, List.of()));
    }

    @Test
    void the_next_hop_learns_the_lane_and_the_rules_version_from_the_gateways_baggage() {
        ask(ON_A_LANE, "baggage", "abacus.lane=mine-1");

        assertThat(lane()).isEqualTo("gray-3");
        assertThat(baggage()).contains("abacus.rv=" + rules.version()).doesNotContain("mine");
    }

    @Test
    void on_the_baseline_there_is_no_baggage_whatever_the_caller_says() {
        ask(ON_THE_BASELINE, "baggage", "abacus.lane=gray-3");

        assertThat(baggage()).isNull();
    }

    @Test
    void the_kill_switch_puts_everybody_on_the_baseline() {
        publish(true);

        ask(ON_A_LANE, "x-request-id", "request-0001");

        assertThat(baggage()).isNull();
    }

    @Test
    void a_session_key_puts_its_bearer_on_a_projects_lane_and_goes_no_further() throws Exception {
        ask(ON_THE_BASELINE, "X-Abacus-Lane-Key", sessionKey(PROJECT, new ECDSASigner(KEY), JWSAlgorithm.ES256, 60));

        assertThat(lane()).isEqualTo("project-1");
        assertThat(Neighbours.TRADE.last().header("x-abacus-lane-key")).isNull();
    }

    @Test
    void a_session_key_in_a_cookie_does_the_same() throws Exception {
        String key = sessionKey(PROJECT, new ECDSASigner(KEY), JWSAlgorithm.ES256, 60);

        ask(ON_THE_BASELINE, "cookie", "abacus-lane-key=" + key);

        assertThat(lane()).isEqualTo("project-1");
    }

    @Test
    void a_session_key_opens_no_gray_release() throws Exception {
        ask(ON_THE_BASELINE, "X-Abacus-Lane-Key", sessionKey(GRAY, new ECDSASigner(KEY), JWSAlgorithm.ES256, 60));

        assertThat(baggage()).isNull();
    }

    @Test
    void an_expired_session_key_counts_as_none() throws Exception {
        ask(ON_THE_BASELINE, "X-Abacus-Lane-Key", sessionKey(PROJECT, new ECDSASigner(KEY), JWSAlgorithm.ES256, -1));

        assertThat(baggage()).isNull();
    }

    @Test
    void a_session_key_signed_by_somebody_else_counts_as_none() throws Exception {
        ask(ON_THE_BASELINE, "X-Abacus-Lane-Key", sessionKey(PROJECT, new ECDSASigner(key()), JWSAlgorithm.ES256, 60));

        assertThat(baggage()).isNull();
    }

    @Test
    void a_session_key_signed_with_the_public_key_as_a_secret_counts_as_none() throws Exception {
        byte[] secret = KEY.toPublicJWK().toJSONString().getBytes();

        ask(ON_THE_BASELINE, "X-Abacus-Lane-Key", sessionKey(PROJECT, new MACSigner(secret), JWSAlgorithm.HS256, 60));

        assertThat(baggage()).isNull();
    }

    @Test
    void a_token_that_was_signed_for_something_else_counts_as_none() throws Exception {
        var signer = new ECDSASigner(KEY);
        ask(ON_THE_BASELINE, "X-Abacus-Lane-Key", sessionKey(PROJECT, "abacus", signer, JWSAlgorithm.ES256, 60));

        assertThat(baggage()).isNull();
    }

    @Test
    void what_is_no_session_key_counts_as_none() {
        ask(ON_THE_BASELINE, "X-Abacus-Lane-Key", "project-1");

        assertThat(baggage()).isNull();
    }

    private void publish(boolean killed) {
        rules.accept(new LaneRules(
                rules.version() + 1,
                Instant.now(),
                killed,
                KEY.toPublicJWK().toJSONString(),
                List.of(
                        lane(
                                GRAY,
                                LaneKind.GRAY,
                                TenantIds.of(ON_A_LANE.tenant().value())),
                        lane(PROJECT, LaneKind.PROJECT, TenantIds.none()))));
    }

    private static LaneRule lane(LaneTag tag, LaneKind kind, TenantIds tenants) {
        return new LaneRule(
                tag,
                kind,
                LaneState.ROUTABLE,
                false,
                Set.of("trade-service"),
                tenants,
                TenantIds.none(),
                0,
                Window.ALWAYS,
                null);
    }

    private static String sessionKey(LaneTag lane, JWSSigner signer, JWSAlgorithm algorithm, int seconds)
            throws JOSEException {
        return sessionKey(lane, "abacus-lane", signer, algorithm, seconds);
    }

    private static String sessionKey(
            LaneTag lane, String audience, JWSSigner signer, JWSAlgorithm algorithm, int seconds) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader(algorithm),
                new JWTClaimsSet.Builder()
                        .audience(audience)
                        .subject("li")
                        .claim("lane", lane.toString())
                        .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                        .build());
        token.sign(signer);
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String baggage() {
        return Neighbours.TRADE.last().header("baggage");
    }

    /** The tag among the baggage's entries. */
    private static String lane() {
        return baggage().replaceAll(".*abacus\\.lane=([^,;]+).*", "$1");
    }

    private void ask(Someone who, String header, String value) {
        var answer = Http.send(Http.request(port, "/api/trade/customers", Neighbours.ISSUER.token(who))
                .header(header, value)
                .GET());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
