package dev.abacus.tenant.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.test.SignIn;
import dev.abacus.tenant.Company;
import dev.abacus.tenant.Http;
import dev.abacus.tenant.TenantServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInPageTest extends TenantServiceTest {

    @ParameterizedTest
    @CsvSource({"zh-CN, 企业代码", "'zh-CN,zh;q=0.9,en;q=0.8', 企业代码", "en-GB, Company", "'fr,zh;q=0.5', 企业代码", "fr, Company"
    })
    void speaks_the_browsers_language(String languages, String word) {
        assertThat(page(languages).raw().body()).contains(word);
    }

    @Test
    void lets_nothing_in_and_nobody_frame_it_and_is_not_kept() {
        var headers = page("en").raw().headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Set-Cookie").orElse("")).contains("ABACUS_SIGN_IN=", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void says_that_it_did_not_work_but_not_why() {
        Company company = onboard();

        for (String[] typed : new String[][] {
            {company.code(), "admin", "wrong password"},
            {company.code(), "nobody", Company.PASSWORD},
            {"no-such-company", "admin", Company.PASSWORD},
            {"", "", ""}
        }) {
            assertThatExceptionOfType(SignIn.Refused.class)
                    .isThrownBy(() -> SignIn.at(url()).signIn(typed[0], typed[1], typed[2]))
                    .withMessageContaining("302 /login?error");
        }
        assertThat(http(null).get("/login?error").raw().body()).contains("role=\"alert\"");
    }

    @Test
    void what_is_typed_with_another_case_or_blanks_is_meant_all_the_same() {
        Company company = onboard();

        SignIn.at(url()).signIn(" " + company.code().toUpperCase() + " ", "Admin", Company.PASSWORD);
    }

    @Test
    void a_form_from_elsewhere_is_refused() {
        Http.Answer answer = http(null)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/login?tenant=a&username=b&password=c", null);

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void the_password_is_not_kept_in_the_session() {
        Company company = onboard();
        assertThatExceptionOfType(SignIn.Refused.class).isThrownBy(() -> company.signIn("admin", "secret-of-somebody"));
        company.signIn();

        assertThat(look(
                        "SELECT COUNT(*) FROM tenant_session_attributes WHERE ATTRIBUTE_BYTES LIKE '%secret-of-somebody%'"
                                + " OR ATTRIBUTE_BYTES LIKE '%" + Company.PASSWORD + "%'"))
                .isZero();
        assertThat(look("SELECT COUNT(*) FROM oauth2_authorization WHERE attributes LIKE '%" + Company.PASSWORD + "%'"))
                .isZero();
    }

    private Http.Answer page(String languages) {
        return http(null).with("Accept-Language", languages).get("/login").mustBe(200);
    }
}
