package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.Acceptance;
import dev.abacus.function.dispatcher.invocation.Accepted;
import dev.abacus.function.dispatcher.invocation.DispatcherName;
import dev.abacus.function.dispatcher.invocation.persistence.OrderingKeys.Key;
import dev.abacus.function.dispatcher.invocation.persistence.OrderingKeys.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes invocations into the queue, within the transaction of whoever asks. */
@Component
class AcceptanceWriter {

    private static final String INSERT =
            """
            INSERT INTO invocation (id, function, tenant, lane, qualifier, state, due_at, not_before, open, ordering_key,
              turn, deduplication, depth, parent, traceparent, accepted_at, expires_at, event, attempt, epoch, dispatcher,
              started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE id = id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final OrderingKeys keys;
    private final DispatcherName self;

    AcceptanceWriter(JdbcClient jdbc, JdbcTemplate batches, OrderingKeys keys, DispatcherName self) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keys = keys;
        this.self = self;
    }

    /** @param taken those that are written as taken by this dispatcher */
    List<Accepted> write(List<Acceptance> invocations, Set<Long> taken) {
        Map<Key, Place> places = keys.places(invocations);
        List<Acceptance> fresh = new ArrayList<>();
        List<Accepted> answers = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (Acceptance invocation : invocations) {
            Accepted answer = before(invocation, fresh);
            answers.add(answer);
            if (!answer.repeated()) {
                fresh.add(invocation);
                rows.add(row(invocation, places.get(Key.of(invocation)), taken.contains(invocation.id())));
            }
        }
        batches.batchUpdate(INSERT, rows);
        return raced(answers, fresh);
    }

    /** Looked up first: a repeat must not take a turn of its key, which would then be held by nobody. */
    private Accepted before(Acceptance invocation, List<Acceptance> sameBatch) {
        if (invocation.deduplication() == null) {
            return new Accepted(invocation.id(), false);
        }
        return sameBatch.stream()
                .filter(other -> same(other, invocation))
                .map(other -> new Accepted(other.id(), true))
                .findFirst()
                .or(() -> find(invocation).map(id -> new Accepted(id, true)))
                .orElseGet(() -> new Accepted(invocation.id(), false));
    }

    private static boolean same(Acceptance one, Acceptance other) {
        return other.deduplication().equals(one.deduplication())
                && one.function().equals(other.function())
                && Columns.tenant(one.tenant()).equals(Columns.tenant(other.tenant()));
    }

    private java.util.Optional<Long> find(Acceptance invocation) {
        return jdbc.sql("SELECT id FROM invocation WHERE function = ? AND tenant = ? AND deduplication = ?")
                .params(invocation.function(), Columns.tenant(invocation.tenant()), invocation.deduplication())
                .query(Long.class)
                .optional();
    }

    /** Another dispatcher may have written the same between the look and the insertion, which then changed nothing. */
    private List<Accepted> raced(List<Accepted> answers, List<Acceptance> fresh) {
        Map<Long, Long> owners = new java.util.HashMap<>();
        fresh.stream()
                .filter(invocation -> invocation.deduplication() != null)
                .forEach(invocation ->
                        owners.put(invocation.id(), find(invocation).orElseThrow()));
        return answers.stream()
                .map(answer -> owners.getOrDefault(answer.id(), answer.id()) == answer.id()
                        ? answer
                        : new Accepted(owners.get(answer.id()), true))
                .toList();
    }

    private Object[] row(Acceptance it, Place place, boolean taken) {
        boolean mayBegin = place == null || place.first();
        return new Object[] {
            it.id(),
            it.function(),
            Columns.tenant(it.tenant()),
            it.lane(),
            it.qualifier(),
            taken ? "RUNNING" : "ENQUEUED",
            mayBegin && !taken ? Columns.time(it.notBefore()) : null,
            Columns.time(it.notBefore()),
            it.orderingKey(),
            place == null ? null : place.turn(),
            it.deduplication(),
            it.depth(),
            it.parent(),
            it.traceparent(),
            Columns.time(it.acceptedAt()),
            Columns.time(it.expiresAt()),
            it.event(),
            taken ? 1 : 0,
            taken ? 1 : 0,
            taken ? self.value() : null,
            taken ? Columns.time(it.acceptedAt()) : null
        };
    }
}
