package dev.abacus.tenant.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import dev.abacus.tenant.token.application.RotatingKeys;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A5, each beside the same token in order. */
class ForgedTokensTest extends TenantServiceTest {

    @Autowired
    private RotatingKeys keys;

    private Company company;
    private Forger forger;
    private RSAKey key;

    @BeforeEach
    void theRealThingWorks() throws Exception {
        company = onboard();
        String user = company.admin()
                .get("/users/me")
                .mustBe(200)
                .body()
                .at("/user/id")
                .asString();
        forger = new Forger(company.id(), user);
        key = keys.current().pair();
        use(Forger.signed(forger.claims().build(), key)).mustBe(200);
    }

    private Http.Answer use(String token) {
        return http(token).get("/users");
    }

    private void refused(JWTClaimsSet claims) throws Exception {
        assertThat(use(Forger.signed(claims, key)).mustBe(401).problem()).isEqualTo("unauthorized");
    }

    @Test
    void an_unsigned_token_is_refused() {
        use(Forger.unsigned(forger.claims().build())).mustBe(401);
    }

    @Test
    void a_real_token_without_its_signature_is_refused() {
        String[] parts = company.signIn().accessToken().split("\\.");
        use(parts[0] + "." + parts[1] + ".").mustBe(401);
    }

    @Test
    void a_real_token_with_other_claims_is_refused() {
        String[] parts = company.signIn().accessToken().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1])).replace(company.id(), "1");
        String other = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes());
        use(parts[0] + "." + other + "." + parts[2]).mustBe(401);
    }

    @Test
    void the_public_key_is_no_secret() throws Exception {
        use(Forger.signedWithPublicKey(forger.claims().build(), key)).mustBe(401);
    }

    @Test
    void a_key_of_ones_own_does_not_count_whatever_its_name() throws Exception {
        use(Forger.signedWithOwnKey(forger.claims().build(), key)).mustBe(401);
    }

    @Test
    void a_token_for_somebody_else_is_refused() throws Exception {
        refused(forger.claims().audience("bff").build());
        refused(new JWTClaimsSet.Builder(forger.claims().build())
                .audience((String) null)
                .build());
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws Exception {
        refused(forger.claims().issuer("http://evil.example").build());
    }

    @Test
    void an_expired_token_is_refused() throws Exception {
        refused(forger.claims()
                .notBeforeTime(Date.from(Instant.now().minusSeconds(700)))
                .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                .build());
    }

    @Test
    void a_token_from_the_future_is_refused() throws Exception {
        refused(forger.claims()
                .notBeforeTime(Date.from(Instant.now().plusSeconds(120)))
                .build());
    }

    @Test
    void a_user_or_tenant_that_does_not_exist_is_refused() throws Exception {
        refused(forger.claims().subject("1").build());
        refused(forger.claims().claim("tenant", "1").build());
        refused(forger.claims().claim("tenant", "x").build());
    }

    @Test
    void an_id_token_is_no_access_token() {
        use(company.signIn().idToken()).mustBe(401);
    }
}
