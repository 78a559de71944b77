package dev.abacus.kernel.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.sharding.Shards;
import dev.abacus.kernel.testapp.KernelTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SweepTest extends KernelTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final RetentionPolicy POLICY = new RetentionPolicy(
            Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(7));

    @Autowired
    Shards shards;

    private void inbox(long id, String state, int daysAgo) {
        LocalDateTime at = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC).minusDays(daysAgo);
        JdbcClient.create(shards.home())
                .sql("INSERT INTO sample_inbox (tenant_id, consumer, id, aggregate, type, state, attempts, received_at,"
                        + " done_at) VALUES (?, 'sweep', ?, 'a', 't', ?, 1, ?, ?)")
                .params(here.value(), id, state, at, state.equals("DONE") ? at : null)
                .update();
    }

    @Test
    void what_is_done_goes_when_it_is_old_and_what_is_not_done_never_goes() {
        inbox(1, "DONE", 31);
        inbox(2, "DONE", 29);
        inbox(3, "DEAD", 400);
        inbox(4, "WAITING", 400);
        new Sweep("sample", shards.home(), POLICY, Clock.fixed(NOW, ZoneOffset.UTC)).round();
        assertThat(look(
                        SHARDS.getFirst(),
                        "SELECT SUM(id) FROM sample_inbox WHERE consumer = 'sweep' AND tenant_id = " + here))
                .as("2, 3 and 4 are left")
                .isEqualByComparingTo("9");
        JdbcClient.create(shards.home())
                .sql("DELETE FROM sample_inbox WHERE consumer = 'sweep'")
                .update();
    }
}
