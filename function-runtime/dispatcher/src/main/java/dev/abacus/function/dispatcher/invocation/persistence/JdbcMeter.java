package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.application.Meter;
import dev.abacus.function.dispatcher.pool.Outcome;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sums up use in memory and adds it to the minute's row every few seconds; dispatchers add to the same rows. */
@Component
class JdbcMeter implements Meter {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcMeter.class);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MIB_PER_GIB = 1024;

    private final JdbcTemplate batches;
    private final Clock clock;
    private Map<Key, Use> uses = new HashMap<>();

    private record Key(Instant minute, String function, String tenant) {}

    private record Use(long calls, long failures, double gbMillis, double cpuMillis) {

        Use plus(Use other) {
            return new Use(
                    calls + other.calls,
                    failures + other.failures,
                    gbMillis + other.gbMillis,
                    cpuMillis + other.cpuMillis);
        }
    }

    JdbcMeter(JdbcTemplate batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public void used(FunctionDefinition definition, String tenant, Outcome outcome) {
        double gb = definition.memoryMb() / MIB_PER_GIB;
        Use use = new Use(
                1,
                outcome.succeeded() ? 0 : 1,
                gb * outcome.busyNanos() / NANOS_PER_MILLI,
                outcome.cpuNanos() / NANOS_PER_MILLI);
        Key key = new Key(clock.instant().truncatedTo(ChronoUnit.MINUTES), definition.name(), Columns.tenant(tenant));
        synchronized (this) {
            uses.merge(key, use, Use::plus);
        }
    }

    @Scheduled(fixedDelay = 5_000)
    void flush() {
        Map<Key, Use> due;
        synchronized (this) {
            due = uses;
            uses = new HashMap<>();
        }
        List<Object[]> rows = new ArrayList<>();
        due.forEach((key, use) -> rows.add(new Object[] {
            Columns.time(key.minute()),
            key.function(),
            key.tenant(),
            use.calls(),
            use.failures(),
            use.gbMillis(),
            use.cpuMillis()
        }));
        try {
            batches.batchUpdate(
                    """
                    INSERT INTO metering (minute, function, tenant, calls, failures, gb_millis, cpu_millis)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE calls = calls + VALUES(calls), failures = failures + VALUES(failures),
                      gb_millis = gb_millis + VALUES(gb_millis), cpu_millis = cpu_millis + VALUES(cpu_millis)
                    """,
                    rows);
        } catch (DataAccessException e) {
            LOG.warn("What functions used is counted again in a moment: {}", e.toString());
            synchronized (this) {
                due.forEach((key, use) -> uses.merge(key, use, Use::plus));
            }
        }
    }

    @PreDestroy
    void close() {
        flush();
    }
}
