package dev.abacus.tenant.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.TenantServiceTest;
import dev.abacus.tenant.token.persistence.SweepingTokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SweepTest extends TenantServiceTest {

    @Autowired
    private SweepingTokens sweeping;

    private static long authorizations(Company company) {
        return look("SELECT COUNT(*) FROM oauth2_authorization WHERE principal_name LIKE '" + company.id() + "/%'");
    }

    private static long clientTokens() {
        return look("SELECT COUNT(*) FROM oauth2_authorization WHERE principal_name = 'inventory-service'");
    }

    @Test
    void what_has_ended_is_forgotten_and_what_can_be_refreshed_is_not() {
        Company company = onboard();
        SignIn browser = webClient();
        SignIn.Tokens tokens = browser.signIn(company.code(), Company.ADMIN, Company.PASSWORD);
        company.signIn();
        SignIn.clientToken(url(), "inventory-service", "dev-inventory-service", "internal");
        assertThat(authorizations(company)).isEqualTo(2);

        sweeping.sweep();
        assertThat(authorizations(company)).as("nothing has ended yet").isEqualTo(2);
        assertThat(clientTokens()).isPositive();

        clock.moveOn(Duration.ofMinutes(6));
        sweeping.sweep();
        assertThat(authorizations(company)).as("the one with a refresh token").isEqualTo(1);
        assertThat(clientTokens()).isZero();
        browser.refresh(tokens.refreshToken());

        clock.moveOn(Duration.ofHours(13));
        sweeping.sweep();
        assertThat(authorizations(company)).isZero();
        assertThat(look("SELECT COUNT(*) FROM tenant_used_refresh_token")).isZero();
    }

    @Test
    void a_code_that_nobody_fetched_is_forgotten() {
        Company company = onboard();
        SignIn browser = webClient();
        browser.signIn(company.code(), Company.ADMIN, Company.PASSWORD);
        browser.get("/oauth2/authorize?response_type=code&client_id=bff&scope=openid&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&redirect_uri=http://127.0.0.1:8080/login/oauth2/code/abacus");
        assertThat(authorizations(company)).isEqualTo(2);

        clock.moveOn(Duration.ofMinutes(10));
        sweeping.sweep();

        assertThat(authorizations(company)).isEqualTo(1);
    }
}
