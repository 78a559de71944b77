package dev.abacus.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.CronExpression;

class JobTest {

    private static final Job AT_THREE = new Job("sample.job", CronExpression.parse("0 0 3 * * *"), () -> {});

    @Test
    void the_latest_time_since_is_what_is_due() {
        assertThat(AT_THREE.latest(Instant.parse("2026-03-01T02:00:00Z"), Instant.parse("2026-03-04T03:00:00Z")))
                .hasValue(Instant.parse("2026-03-04T03:00:00Z"));
    }

    @Test
    void a_time_that_is_known_is_not_due_again() {
        Instant known = Instant.parse("2026-03-04T03:00:00Z");

        assertThat(AT_THREE.latest(known, known.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void what_is_still_to_come_is_not_due() {
        assertThat(AT_THREE.latest(Instant.parse("2026-03-04T03:00:00Z"), Instant.parse("2026-03-05T02:59:59Z")))
                .isEmpty();
    }
}
