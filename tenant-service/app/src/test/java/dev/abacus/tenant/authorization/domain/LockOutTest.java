package dev.abacus.tenant.authorization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final LockOut lockOut = new LockOut(2, Duration.ofSeconds(10), Duration.ofMinutes(1));

    @Test
    void the_first_mistakes_cost_nothing() {
        assertThat(lockOut.after(1, NOW)).isEmpty();
        assertThat(lockOut.after(2, NOW)).isEmpty();
    }

    @Test
    void each_further_one_doubles_the_wait() {
        assertThat(lockOut.after(3, NOW)).contains(NOW.plusSeconds(10));
        assertThat(lockOut.after(4, NOW)).contains(NOW.plusSeconds(20));
        assertThat(lockOut.after(5, NOW)).contains(NOW.plusSeconds(40));
    }

    @Test
    void nobody_waits_for_ever() {
        assertThat(lockOut.after(6, NOW)).contains(NOW.plusSeconds(60));
        assertThat(lockOut.after(100_000, NOW)).contains(NOW.plusSeconds(60));
    }
}
