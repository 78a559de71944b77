package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.persistence.OrderingKeys.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what nobody asks for any more, a bounded number of rows at a time, so that no lock is long and no replica falls behind.
 * Dispatchers that purge at the same moment pass over each other's rows.
 */
@Component
class Purging {

    private static final Logger LOG = LoggerFactory.getLogger(Purging.class);
    private static final int BATCH = 500;

    /** In one round; the next one goes on. */
    private static final int BATCHES = 100;

    private static final String ENDED =
            """
            SELECT id, function, tenant, ordering_key FROM invocation i
            WHERE ended_at < ? AND open IS NULL AND (dead_letter IS NULL OR ended_at < ?)
              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.invocation = i.id
                AND (d.state = 'PENDING' OR d.state = 'DEAD' AND i.ended_at >= ?))
            ORDER BY ended_at LIMIT ? FOR UPDATE SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final OrderingKeys keys;
    private final RetentionPolicy policy;
    private final Clock clock;

    private record Old(long id, Key key) {}

    Purging(JdbcClient jdbc, TransactionTemplate transaction, OrderingKeys keys, RetentionPolicy policy, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void purge() {
        try {
            drain(this::invocations);
            drain(this::logLines);
            drain(this::minutes);
        } catch (DataAccessException e) {
            LOG.warn("What is old is purged another time: {}", e.toString());
        }
    }

    private void drain(IntSupplier batch) {
        for (int i = 0; i < BATCHES; i++) {
            Integer removed = transaction.execute(status -> batch.getAsInt());
            if (removed == null || removed < BATCH) {
                return;
            }
        }
    }

    private int invocations() {
        List<Old> old = jdbc.sql(ENDED)
                .params(before(policy.invocations()), before(policy.deadLetters()), before(policy.deadLetters()), BATCH)
                .query((row, n) -> new Old(
                        row.getLong("id"),
                        row.getString("ordering_key") == null
                                ? null
                                : new Key(
                                        row.getString("function"),
                                        row.getString("tenant"),
                                        row.getString("ordering_key"))))
                .list();
        if (!old.isEmpty()) {
            List<Long> ids = old.stream().map(Old::id).toList();
            List.of("attempt WHERE invocation", "delivery WHERE invocation", "invocation WHERE id")
                    .forEach(rows -> remove(rows, ids));
            old.stream().map(Old::key).filter(Objects::nonNull).distinct().forEach(keys::forget);
        }
        return old.size();
    }

    private int logLines() {
        List<Long> ids = jdbc.sql("SELECT id FROM log_line WHERE at < ? ORDER BY at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(before(policy.logs()), BATCH)
                .query(Long.class)
                .list();
        return ids.isEmpty() ? 0 : remove("log_line WHERE id", ids);
    }

    private int minutes() {
        return jdbc.sql("DELETE FROM metering WHERE minute < ? ORDER BY minute LIMIT " + BATCH)
                .param(before(policy.metering()))
                .update();
    }

    private int remove(String rows, List<Long> ids) {
        return jdbc.sql("DELETE FROM " + rows + " IN (:ids)").param("ids", ids).update();
    }

    private LocalDateTime before(Duration age) {
        return Columns.time(clock.instant().minus(age));
    }
}
