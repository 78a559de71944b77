package dev.abacus.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnboardingTest extends TenantServiceTest {

    @Test
    void a_company_is_at_work_when_its_creation_answers() {
        Company company = onboard();

        assertThat(company.tenant().text("status")).isEqualTo("ACTIVE");
        assertThat(company.admin()
                        .get("/users/me")
                        .mustBe(200)
                        .body()
                        .at("/company/code")
                        .asString())
                .isEqualTo(company.code());
    }
}
