package dev.abacus.tenant.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.TenantServiceTest;
import dev.abacus.tenant.token.application.RotatingKeys;
import dev.abacus.tenant.token.domain.SigningKey;
import dev.abacus.tenant.token.domain.SigningKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same thing at the same time. */
class RacesTest extends TenantServiceTest {

    @Autowired
    private RotatingKeys rotating;

    @Autowired
    private SigningKeys keys;

    private static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException {
        var done = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(times)) {
            for (var each : threads.invokeAll(Collections.nCopies(times, work))) {
                try {
                    done.add(each.get());
                } catch (ExecutionException refused) {
                    // not all of them can win
                }
            }
        }
        return done;
    }

    @Test
    void one_refresh_token_has_at_most_one_successor_that_works() throws Exception {
        Company company = onboard();
        SignIn browser = webClient();
        String first =
                browser.signIn(company.code(), Company.ADMIN, Company.PASSWORD).refreshToken();

        List<SignIn.Tokens> successors = atOnce(4, () -> browser.refresh(first));

        assertThat(successors).isNotEmpty();
        int working = 0;
        for (SignIn.Tokens successor : successors) {
            try {
                browser.refresh(successor.refreshToken());
                working++;
            } catch (SignIn.Refused ended) {
                // its sign-in has ended, or another one was the last
            }
        }
        assertThat(working).isLessThanOrEqualTo(1);
    }

    @Test
    void people_who_sign_in_at_once_do_not_get_in_each_others_way() throws Exception {
        Company company = onboard();

        List<SignIn.Tokens> tokens = atOnce(4, company::signIn);

        assertThat(tokens).hasSize(4).extracting(SignIn.Tokens::accessToken).doesNotHaveDuplicates();
        tokens.forEach(each -> company.as(each).get("/users").mustBe(200));
    }

    @Test
    void whoever_rotates_at_once_ends_with_one_key_that_signs() throws Exception {
        rotating.rotate();

        atOnce(4, rotating::rotate);

        assertThat(keys.usable(clock.instant())).filteredOn(SigningKey::signs).hasSize(1);
    }

    @Test
    void a_second_first_key_is_retired_with_the_next_rotation() {
        keys.add(new SigningKey("twin", twinOf(rotating.current()), clock.instant(), null));

        rotating.rotate();

        assertThat(keys.usable(clock.instant())).filteredOn(SigningKey::signs).hasSize(1);
    }

    private static RSAKey twinOf(SigningKey key) {
        return new RSAKey.Builder(key.pair()).keyID("twin").build();
    }

    @Test
    void wrong_passwords_at_once_are_all_counted() throws Exception {
        Company company = onboard();

        atOnce(4, () -> company.signIn(Company.ADMIN, "not the password"));

        assertThat(look("SELECT failures FROM tenant_user WHERE tenant_id = " + company.id()))
                .isEqualTo(4);
    }
}
