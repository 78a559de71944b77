package dev.abacus.tenant.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.OnboardingStepView.State;
import dev.abacus.tenant.tenancy.FirstAdministrator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnboardingProgressTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final FirstAdministrator ADA = new FirstAdministrator("ada", "Ada", null, "the hash");

    private final Onboarding onboarding = Onboarding.of(new TenantId(1), ADA, List.of("shard", "roles"));

    private Onboarding with(StepProgress... steps) {
        return new Onboarding(onboarding.tenant(), ADA, List.of(steps));
    }

    @Test
    void begins_with_the_first_step() {
        assertThat(onboarding.next().orElseThrow().step()).isEqualTo("shard");
    }

    @Test
    void goes_on_after_what_is_done() {
        StepProgress done = onboarding.steps().get(0).begin(NOW).done(NOW);

        assertThat(with(done, onboarding.steps().get(1)).next().orElseThrow().step())
                .isEqualTo("roles");
    }

    @Test
    void comes_back_to_what_failed_or_was_left_in_the_middle() {
        StepProgress running = onboarding.steps().get(0).begin(NOW);

        assertThat(with(running).next()).contains(running);
        assertThat(with(running.failed("away", NOW)).next()).isPresent();
    }

    @Test
    void ends_when_all_is_done() {
        assertThat(with(onboarding.steps().get(0).begin(NOW).done(NOW)).next()).isEmpty();
    }

    @Test
    void counts_attempts_and_forgets_the_last_error_when_it_begins_again() {
        StepProgress second =
                onboarding.steps().get(0).begin(NOW).failed("away", NOW).begin(NOW.plusSeconds(5));

        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.state()).isEqualTo(State.RUNNING);
        assertThat(second.error()).isNull();
        assertThat(second.finishedAt()).isNull();
        assertThat(second.startedAt()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void keeps_as_much_of_a_cause_as_fits() {
        StepProgress failed = onboarding.steps().get(0).begin(NOW).failed("x".repeat(10_000), NOW);

        assertThat(failed.error()).hasSize(500);
    }

    @Test
    void never_prints_the_administrators_hash() {
        assertThat(onboarding.toString()).doesNotContain("the hash");
    }
}
