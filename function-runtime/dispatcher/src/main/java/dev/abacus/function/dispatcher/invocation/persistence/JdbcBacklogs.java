package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.application.Backlogs;
import dev.abacus.function.dispatcher.registry.OpenInvocations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what waits once a second: a count for every acceptance would cost more than the acceptance. */
@Component
class JdbcBacklogs implements Backlogs, OpenInvocations {

    private static final double MILLIS = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Map<Key, Long> waiting = Map.of();
    private volatile Instant oldest;

    private record Key(String function, String tenant) {}

    JdbcBacklogs(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("function.queue.waiting", this, backlogs -> backlogs.waiting.values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .description("invocations that wait")
                .register(meters);
        Gauge.builder("function.queue.age", this, JdbcBacklogs::age)
                .description("how long the one that has waited longest has been due")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public long waiting(String function, String tenant) {
        return waiting.getOrDefault(new Key(function, Columns.tenant(tenant)), 0L);
    }

    /** Counted now: whoever asks is about to remove the function. */
    @Override
    public long of(String function) {
        return jdbc.sql("SELECT COUNT(*) FROM invocation WHERE open = 1 AND function = ?")
                .param(function)
                .query(Long.class)
                .single();
    }

    private double age() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / MILLIS);
    }

    @Scheduled(fixedDelay = 1_000)
    void count() {
        Map<Key, Long> counted = new HashMap<>();
        jdbc.sql(
                        "SELECT function, tenant, COUNT(*) AS waiting FROM invocation WHERE open = 1 GROUP BY function, tenant")
                .query(row -> {
                    counted.put(new Key(row.getString("function"), row.getString("tenant")), row.getLong("waiting"));
                });
        waiting = counted;
        oldest = jdbc.sql("SELECT MIN(due_at) AS oldest FROM invocation WHERE due_at IS NOT NULL")
                .query((row, n) -> Columns.instant(row, "oldest"))
                .optional()
                .orElse(null);
    }
}
