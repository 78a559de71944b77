package dev.abacus.function.dispatcher.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The cases that Knative's own autoscaler_test.go publishes, on a clock of the test's: 10 calls an instance at a target of 7. */
class AutoscalerTest {

    private static final Duration STABLE = Duration.ofSeconds(60);

    private final Autoscaler scaler = new Autoscaler(STABLE, 10);
    private Instant now = Instant.EPOCH;

    private void load(int seconds, double concurrency) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            scaler.observe(now, concurrency);
        }
    }

    @Test
    void without_calls_nothing_is_wanted_and_what_is_there_halves_on_each_look() {
        assertThat(scaler.desired(now, 0)).isZero();
        load(60, 0);
        assertThat(scaler.desired(now, 1)).isZero();
        assertThat(scaler.desired(now, 10)).isEqualTo(5);
    }

    @Test
    void steady_calls_are_divided_by_the_target() {
        load(60, 70);
        assertThat(scaler.desired(now, 10)).isEqualTo(10);
        assertThat(scaler.panicking()).isFalse();
    }

    @Test
    void a_rise_that_stays_below_twice_follows_the_stable_window_only() {
        load(60, 70);
        load(6, 130);
        // The mean over a minute is 76: eleven. The panic window says 19, which is not twice ten.
        assertThat(scaler.desired(now, 10)).isEqualTo(11);
        assertThat(scaler.panicking()).isFalse();
    }

    @Test
    void a_burst_is_answered_within_the_panic_window() {
        load(60, 7);
        load(6, 140);
        assertThat(scaler.desired(now, 1)).isEqualTo(20);
        assertThat(scaler.panicking()).isTrue();
    }

    @Test
    void a_panic_never_lets_go_and_ends_one_stable_window_after_its_last_cause() {
        load(60, 7);
        load(6, 140);
        assertThat(scaler.desired(now, 1)).isEqualTo(20);
        load(10, 7);
        assertThat(scaler.desired(now, 20)).isEqualTo(20);
        load(40, 7);
        assertThat(scaler.desired(now, 20)).isEqualTo(20);
        load(20, 7);
        // Over: 20 instances become ten, not one, at the first look.
        assertThat(scaler.desired(now, 20)).isEqualTo(10);
        assertThat(scaler.panicking()).isFalse();
    }

    @Test
    void the_last_instance_goes_when_the_whole_window_was_silent() {
        load(60, 1);
        load(59, 0);
        assertThat(scaler.desired(now, 1)).isEqualTo(1);
        load(2, 0);
        assertThat(scaler.desired(now, 1)).isZero();
    }
}
