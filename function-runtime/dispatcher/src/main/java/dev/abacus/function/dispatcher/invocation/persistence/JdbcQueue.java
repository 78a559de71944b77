package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.Acceptance;
import dev.abacus.function.dispatcher.invocation.Accepted;
import dev.abacus.function.dispatcher.invocation.DispatcherName;
import dev.abacus.function.dispatcher.invocation.Ending;
import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.invocation.Queue;
import dev.abacus.function.dispatcher.invocation.Taken;
import dev.abacus.function.dispatcher.invocation.persistence.OrderingKeys.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The queue in MariaDB. What is one statement alone needs no transaction around it, which would be five more. */
@Repository
@Transactional
class JdbcQueue implements Queue {

    private static final String DUE =
            """
            SELECT id, function, tenant, lane, qualifier, ordering_key, attempt, epoch, depth, traceparent,
              accepted_at, due_at, expires_at, event
            FROM invocation WHERE function = ? AND tenant = ? AND due_at <= ?
            ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
            """;
    private static final String TAKE =
            """
            UPDATE invocation SET state = 'RUNNING', due_at = NULL, attempt = attempt + 1, epoch = epoch + 1,
              dispatcher = :self, started_at = :now
            WHERE id IN (:ids)
            """;

    private final JdbcClient jdbc;
    private final AcceptanceWriter acceptances;
    private final EndingWriter endings;
    private final OrderingKeys keys;
    private final DispatcherName self;
    private final Duration lease;

    JdbcQueue(
            JdbcClient jdbc,
            AcceptanceWriter acceptances,
            EndingWriter endings,
            OrderingKeys keys,
            DispatcherName self,
            QueueProperties properties) {
        this.jdbc = jdbc;
        this.acceptances = acceptances;
        this.endings = endings;
        this.keys = keys;
        this.self = self;
        this.lease = properties.lease();
    }

    @Override
    public List<Accepted> accept(List<Acceptance> invocations, Set<Long> taken) {
        return acceptances.write(invocations, taken);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<InvocationState> find(String function, String tenant, String deduplication) {
        return jdbc.sql("SELECT state FROM invocation WHERE function = ? AND tenant = ? AND deduplication = ?")
                .params(function, Columns.tenant(tenant), deduplication)
                .query((row, n) -> InvocationState.valueOf(row.getString("state")))
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Backlog> due(Instant now) {
        return jdbc.sql("SELECT function, tenant, MIN(due_at) AS since FROM invocation WHERE due_at <= ? "
                        + "GROUP BY function, tenant ORDER BY since")
                .param(Columns.time(now))
                .query((row, n) -> new Backlog(row.getString("function"), Columns.tenant(row)))
                .list();
    }

    @Override
    public List<Taken> take(Backlog backlog, int most, Instant now) {
        List<Taken> taken = jdbc.sql(DUE)
                .params(backlog.function(), Columns.tenant(backlog.tenant()), Columns.time(now), most)
                .query(JdbcQueue::taken)
                .list();
        if (!taken.isEmpty()) {
            jdbc.sql(TAKE)
                    .param("self", self.value())
                    .param("now", Columns.time(now))
                    .param("ids", taken.stream().map(Taken::id).toList())
                    .update();
        }
        return taken;
    }

    /** As it is once it is taken: one attempt and one epoch further. */
    private static Taken taken(ResultSet row, int n) throws SQLException {
        return new Taken(
                row.getLong("id"),
                row.getString("function"),
                Columns.tenant(row),
                row.getString("lane"),
                row.getString("qualifier"),
                row.getString("ordering_key"),
                row.getInt("attempt") + 1,
                row.getInt("epoch") + 1,
                row.getInt("depth"),
                row.getString("traceparent"),
                Columns.instant(row, "accepted_at"),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "expires_at"),
                row.getBytes("event"));
    }

    @Override
    public List<Boolean> end(List<Ending> done) {
        return endings.write(done);
    }

    @Override
    public Optional<InvocationState> stop(long id, Instant now) {
        Optional<Key> key = jdbc.sql("SELECT function, tenant, ordering_key FROM invocation WHERE id = ?")
                .param(id)
                .query((row, n) ->
                        new Key(row.getString("function"), row.getString("tenant"), row.getString("ordering_key")))
                .optional();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        boolean ordered = key.get().key() != null;
        if (ordered) {
            keys.lock(List.of(key.get()));
        }
        int waiting = jdbc.sql("UPDATE invocation SET state = 'STOPPED', due_at = NULL, open = NULL, ended_at = ? "
                        + "WHERE id = ? AND state IN ('ENQUEUED', 'RETRYING')")
                .params(Columns.time(now), id)
                .update();
        if (waiting > 0 && ordered && !anyDue(key.get())) {
            keys.advance(key.get(), now);
        }
        jdbc.sql("UPDATE invocation SET state = 'STOPPING' WHERE id = ? AND state = 'RUNNING'")
                .param(id)
                .update();
        return jdbc.sql("SELECT state FROM invocation WHERE id = ?")
                .param(id)
                .query((row, n) -> InvocationState.valueOf(row.getString("state")))
                .optional();
    }

    /** Whether one of the key is due or under way: then the stopped one was not the first. */
    private boolean anyDue(Key key) {
        return jdbc.sql("SELECT 1 FROM invocation WHERE function = ? AND tenant = ? AND ordering_key = ? AND open = 1 "
                        + "AND (due_at IS NOT NULL OR state IN ('RUNNING', 'STOPPING')) LIMIT 1")
                .params(key.function(), key.tenant(), key.key())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Long> stopping() {
        return jdbc.sql("SELECT id FROM invocation WHERE dispatcher = ? AND state = 'STOPPING'")
                .param(self.value())
                .query(Long.class)
                .list();
    }

    @Override
    public void beat() {
        jdbc.sql("INSERT INTO dispatcher (name, beat_at) VALUES (?, NOW(3)) ON DUPLICATE KEY UPDATE beat_at = NOW(3)")
                .param(self.value())
                .update();
    }

    @Override
    public int takeOver(Instant now) {
        List<String> dead = jdbc.sql("SELECT name FROM dispatcher WHERE beat_at < NOW(3) - INTERVAL ? MICROSECOND")
                .param(lease.toNanos() / 1_000)
                .query(String.class)
                .list();
        int taken = dead.stream().mapToInt(name -> takeOverFrom(name, now)).sum();
        // They hold nothing now, and need not be asked again; one that only slept comes back with its next beat.
        dead.forEach(name -> jdbc.sql("DELETE FROM dispatcher WHERE name = ? AND beat_at < NOW(3) - INTERVAL 1 MINUTE")
                .param(name)
                .update());
        return taken;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Held> held(Instant before) {
        return jdbc.sql("SELECT id, epoch FROM invocation WHERE dispatcher = ? AND state IN ('RUNNING', 'STOPPING') "
                        + "AND started_at < ?")
                .params(self.value(), Columns.time(before))
                .query((row, n) -> new Held(row.getLong("id"), row.getInt("epoch")))
                .list();
    }

    @Override
    public int giveBack(List<Held> forgotten, Instant now) {
        int given = 0;
        for (Held held : forgotten) {
            given += jdbc.sql("UPDATE invocation SET state = 'RETRYING', due_at = ?, attempt = attempt - 1, "
                            + "epoch = epoch + 1, dispatcher = NULL WHERE id = ? AND epoch = ? AND dispatcher = ? "
                            + "AND state = 'RUNNING'")
                    .params(Columns.time(now), held.id(), held.epoch(), self.value())
                    .update();
            if (endStopping(held, now)) {
                given++;
            }
        }
        return given;
    }

    @Override
    public int takeOverFromSelf(Instant now) {
        return takeOverFrom(self.value(), now);
    }

    /** An attempt that ended with its dispatcher is nobody's fault and not counted; its late result meets a newer epoch. */
    private int takeOverFrom(String name, Instant now) {
        jdbc.sql(
                        """
                INSERT IGNORE INTO attempt (invocation, epoch, number, version, dispatcher, started_at, ended_at, cpu_micros,
                  failure_kind, failure_type, failure)
                SELECT id, epoch, attempt, COALESCE(version, 0), dispatcher, started_at, ?, 0, 'SYSTEM', 'dispatcher-died',
                  'the dispatcher that held it died'
                FROM invocation WHERE dispatcher = ? AND state IN ('RUNNING', 'STOPPING')
                """)
                .params(Columns.time(now), name)
                .update();
        int dueAgain = jdbc.sql("UPDATE invocation SET state = 'RETRYING', due_at = ?, attempt = attempt - 1, "
                        + "epoch = epoch + 1, dispatcher = NULL WHERE dispatcher = ? AND state = 'RUNNING'")
                .params(Columns.time(now), name)
                .update();
        return dueAgain + endStopping(name, now);
    }

    private int endStopping(String name, Instant now) {
        List<Held> stopping = jdbc.sql("SELECT id, epoch FROM invocation WHERE dispatcher = ? AND state = 'STOPPING'")
                .param(name)
                .query((row, n) -> new Held(row.getLong("id"), row.getInt("epoch")))
                .list();
        stopping.forEach(held -> endStopping(held, now));
        return stopping.size();
    }

    /** What was to end anyway becomes one that waits, and a waiting one is stopped at once. */
    private boolean endStopping(Held held, Instant now) {
        int waits = jdbc.sql("UPDATE invocation SET state = 'RETRYING', epoch = epoch + 1, dispatcher = NULL "
                        + "WHERE id = ? AND epoch = ? AND state = 'STOPPING'")
                .params(held.id(), held.epoch())
                .update();
        if (waits > 0) {
            stop(held.id(), now);
        }
        return waits > 0;
    }
}
