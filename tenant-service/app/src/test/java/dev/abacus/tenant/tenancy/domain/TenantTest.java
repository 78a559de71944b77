package dev.abacus.tenant.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.ChosenPlan;
import dev.abacus.tenant.api.Quotas;
import dev.abacus.tenant.api.TenantStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TenantTest {

    private final Tenant tenant = Tenant.register(
            new TenantId(1),
            Company.of("acme", "Acme", "CNY", "zh", "Asia/Shanghai"),
            new ChosenPlan("standard", new Quotas(10, 5)),
            Instant.EPOCH);

    @Test
    void is_opened_when_everything_is_set_up() {
        tenant.open();

        assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void opening_twice_is_opening_once() {
        tenant.open();
        tenant.open();

        assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void keeps_the_cause_of_a_failure_until_it_is_tried_again() {
        tenant.failProvisioning("no disk");
        assertThat(tenant.reason()).isEqualTo("no disk");

        tenant.retryProvisioning();
        assertThat(tenant.status()).isEqualTo(TenantStatus.PROVISIONING);
        assertThat(tenant.reason()).isNull();
    }

    @Test
    void a_suspended_one_can_be_resumed() {
        tenant.open();
        tenant.suspend("unpaid");
        assertThat(tenant.reason()).isEqualTo("unpaid");

        tenant.resume();
        assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void a_closed_one_stays_closed() {
        tenant.open();
        tenant.close("moved away");

        assertThatExceptionOfType(IllegalStep.class).isThrownBy(tenant::resume);
        assertThatExceptionOfType(IllegalStep.class).isThrownBy(tenant::open);
        assertThatExceptionOfType(IllegalStep.class).isThrownBy(tenant::retryProvisioning);
        assertThatExceptionOfType(IllegalStep.class).isThrownBy(() -> tenant.changePlan(tenant.plan()));
    }

    @Test
    void one_that_is_not_at_work_cannot_be_suspended() {
        assertThatExceptionOfType(IllegalStep.class)
                .isThrownBy(() -> tenant.suspend("why not"))
                .withMessageContaining("PROVISIONING");
    }

    @Test
    void never_moves_to_another_shard_by_itself() {
        tenant.placeOn("suite_1");
        tenant.placeOn("suite_1");

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> tenant.placeOn("suite_0"));
    }

    @Test
    void a_company_needs_a_currency_and_a_time_zone_that_exist() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Company.of("acme", "Acme", "XXZ", "en", "Asia/Shanghai"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Company.of("acme", "Acme", "CNY", "en", "Mars/Olympus"));
    }
}
