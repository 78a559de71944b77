package dev.abacus.function.dispatcher.delivery.persistence;

import dev.abacus.function.dispatcher.delivery.DeliveryEnding;
import dev.abacus.function.dispatcher.delivery.DeliveryQueue;
import dev.abacus.function.dispatcher.delivery.DeliveryState;
import dev.abacus.function.dispatcher.delivery.TakenDelivery;
import dev.abacus.function.dispatcher.invocation.Delivery;
import dev.abacus.function.dispatcher.invocation.DispatcherName;
import dev.abacus.function.dispatcher.invocation.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deliveries in MariaDB, taken, held and fenced as invocations are. */
@Repository
@Transactional
class JdbcDeliveryQueue implements DeliveryQueue {

    private static final String DUE =
            """
            SELECT id, invocation, function, version, tenant, lane, kind, target, secret, ordering_key, event, attempts, epoch
            FROM delivery WHERE function = ? AND tenant = ? AND due_at <= ?
            ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DispatcherName self;
    private final Duration lease;

    JdbcDeliveryQueue(
            JdbcClient jdbc,
            JdbcTemplate batches,
            DispatcherName self,
            @Value("${abacus.functions.queue.lease:1500ms}") Duration lease) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.self = self;
        this.lease = lease;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Backlog> due(Instant now) {
        return jdbc.sql("SELECT function, tenant, MIN(due_at) AS since FROM delivery WHERE due_at <= ? "
                        + "GROUP BY function, tenant ORDER BY since")
                .param(Columns.time(now))
                .query((row, n) -> new Backlog(row.getString("function"), Columns.tenant(row)))
                .list();
    }

    @Override
    public List<TakenDelivery> take(Backlog backlog, int most, Instant now) {
        List<TakenDelivery> taken = jdbc.sql(DUE)
                .params(backlog.function(), Columns.tenant(backlog.tenant()), Columns.time(now), most)
                .query(JdbcDeliveryQueue::taken)
                .list();
        batches.batchUpdate(
                "UPDATE delivery SET due_at = NULL, epoch = ?, dispatcher = ? WHERE id = ?",
                taken.stream()
                        .map(one -> new Object[] {
                            one.epoch(), self.value(), one.delivery().id()
                        })
                        .toList());
        return taken;
    }

    private static TakenDelivery taken(ResultSet row, int n) throws SQLException {
        var delivery = new Delivery(
                row.getLong("id"),
                row.getLong("invocation"),
                row.getString("function"),
                row.getInt("version"),
                Columns.tenant(row),
                row.getString("lane"),
                row.getString("kind"),
                row.getString("target"),
                row.getString("secret"),
                row.getString("ordering_key"),
                row.getBytes("event"));
        return new TakenDelivery(delivery, row.getInt("attempts") + 1, row.getInt("epoch") + 1);
    }

    @Override
    public boolean end(DeliveryEnding ending) {
        var taken = ending.taken();
        var delivery = taken.delivery();
        boolean over = ending.state() != DeliveryState.PENDING;
        if (over) {
            lockKey(delivery);
        }
        boolean held = jdbc.sql(
                                "UPDATE delivery SET state = ?, due_at = ?, attempts = ?, delivered_at = ?, failure = ?, "
                                        + "dispatcher = NULL WHERE id = ? AND epoch = ? AND dispatcher = ?")
                        .params(
                                ending.state().name(),
                                Columns.time(ending.dueAt()),
                                taken.attempt(),
                                ending.state() == DeliveryState.DELIVERED ? Columns.time(ending.endedAt()) : null,
                                ending.failure(),
                                delivery.id(),
                                taken.epoch(),
                                self.value())
                        .update()
                > 0;
        if (held && over && delivery.orderingKey() != null) {
            advance(delivery, ending.endedAt());
        }
        return held;
    }

    /** Whoever writes a delivery with a key holds this row too: so the look for the next one misses none. */
    private void lockKey(Delivery delivery) {
        if (delivery.orderingKey() != null) {
            jdbc.sql(
                            "SELECT last_turn FROM ordering_key WHERE function = ? AND tenant = ? AND ordering_key = ? FOR UPDATE")
                    .params(delivery.function(), Columns.tenant(delivery.tenant()), delivery.orderingKey())
                    .query(Long.class)
                    .optional();
        }
    }

    /** The one before is over: the next of its key to the same target is due, unless one is due or under way. */
    private void advance(Delivery delivery, Instant now) {
        String key =
                " WHERE function = ? AND tenant = ? AND ordering_key = ? AND state = 'PENDING' AND turn IS NOT NULL "
                        + "AND kind = ? AND target = ? ";
        List<Object> values = List.of(
                delivery.function(),
                Columns.tenant(delivery.tenant()),
                delivery.orderingKey(),
                delivery.kind(),
                delivery.target());
        boolean another = jdbc.sql(
                        "SELECT 1 FROM delivery" + key + "AND (due_at IS NOT NULL OR dispatcher IS NOT NULL) LIMIT 1")
                .params(values)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!another) {
            jdbc.sql("UPDATE delivery SET due_at = ?" + key + "ORDER BY turn LIMIT 1")
                    .param(Columns.time(now))
                    .params(values)
                    .update();
        }
    }

    @Override
    public int takeOver(Instant now) {
        List<String> holders = jdbc.sql("SELECT DISTINCT dispatcher FROM delivery WHERE dispatcher IS NOT NULL")
                .query(String.class)
                .list();
        if (holders.isEmpty()) {
            return 0;
        }
        List<String> living = jdbc.sql("SELECT name FROM dispatcher WHERE beat_at >= NOW(3) - INTERVAL ? MICROSECOND")
                .param(lease.toNanos() / 1_000)
                .query(String.class)
                .list();
        return holders.stream()
                .filter(name -> !living.contains(name) && !name.equals(self.value()))
                .mapToInt(name -> takeOverFrom(name, now))
                .sum();
    }

    @Override
    public int takeOverFromSelf(Instant now) {
        return takeOverFrom(self.value(), now);
    }

    private int takeOverFrom(String name, Instant now) {
        return jdbc.sql("UPDATE delivery SET due_at = ?, epoch = epoch + 1, dispatcher = NULL WHERE dispatcher = ?")
                .params(Columns.time(now), name)
                .update();
    }

    /** It has lost its place in its key: others went before. */
    @Override
    public boolean redrive(String function, long id, Instant now) {
        return jdbc.sql("UPDATE delivery SET state = 'PENDING', due_at = ?, attempts = 0, turn = NULL, failure = NULL "
                                + "WHERE id = ? AND function = ? AND state = 'DEAD'")
                        .params(Columns.time(now), id, function)
                        .update()
                > 0;
    }
}
