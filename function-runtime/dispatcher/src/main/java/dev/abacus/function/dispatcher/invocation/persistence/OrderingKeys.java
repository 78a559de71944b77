package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.Acceptance;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invocations of one key, one after the other. Only the first of a key that is open has a time at which it is due; its end gives
 * the next one its time. Whoever accepts or ends an invocation with a key holds the key's row, so both see each other's work.
 */
@Component
class OrderingKeys {

    private final JdbcClient jdbc;

    OrderingKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sorted, so that two transactions that lock several never wait for each other. */
    record Key(String function, String tenant, String key) implements Comparable<Key> {

        static Key of(Acceptance invocation) {
            return invocation.orderingKey() == null
                    ? null
                    : new Key(invocation.function(), Columns.tenant(invocation.tenant()), invocation.orderingKey());
        }

        @Override
        public int compareTo(Key other) {
            int byFunction = function.compareTo(other.function);
            int byTenant = byFunction != 0 ? byFunction : tenant.compareTo(other.tenant);
            return byTenant != 0 ? byTenant : key.compareTo(other.key);
        }
    }

    /** Where the next invocations of a key stand, and whether the first of them may begin. */
    static final class Place {

        private long next;
        private boolean free;

        private Place(long next, boolean free) {
            this.next = next;
            this.free = free;
        }

        long turn() {
            return next++;
        }

        /** True once: for the one that nobody is before. */
        boolean first() {
            boolean first = free;
            free = false;
            return first;
        }
    }

    Map<Key, Place> places(List<Acceptance> invocations) {
        Map<Key, Integer> counts = new TreeMap<>();
        invocations.stream().map(Key::of).filter(Objects::nonNull).forEach(key -> counts.merge(key, 1, Integer::sum));
        Map<Key, Place> places = new HashMap<>();
        counts.forEach((key, count) -> places.put(key, place(key, count)));
        return places;
    }

    private Place place(Key key, int count) {
        jdbc.sql("INSERT INTO ordering_key (function, tenant, ordering_key, last_turn) VALUES (?, ?, ?, ?) "
                        + "ON DUPLICATE KEY UPDATE last_turn = last_turn + VALUES(last_turn)")
                .params(key.function(), key.tenant(), key.key(), count)
                .update();
        long last = jdbc.sql(
                        "SELECT last_turn FROM ordering_key WHERE function = ? AND tenant = ? AND ordering_key = ?")
                .params(key.function(), key.tenant(), key.key())
                .query(Long.class)
                .single();
        return new Place(last - count + 1, !anyOpen(key));
    }

    private boolean anyOpen(Key key) {
        return jdbc.sql("SELECT 1 FROM invocation WHERE function = ? AND tenant = ? AND ordering_key = ? AND open = 1 "
                        + "LIMIT 1")
                .params(key.function(), key.tenant(), key.key())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Holds the rows of these keys until the transaction ends. */
    void lock(Collection<Key> keys) {
        keys.stream().sorted().distinct().forEach(key -> jdbc.sql(
                        "SELECT last_turn FROM ordering_key WHERE function = ? AND tenant = ? AND ordering_key = ? FOR UPDATE")
                .params(key.function(), key.tenant(), key.key())
                .query(Long.class)
                .optional());
    }

    /** Of a key that nobody waits for any more nothing needs to be known; whoever holds it at the moment still needs it. */
    void forget(Key key) {
        boolean held = jdbc.sql("SELECT last_turn FROM ordering_key WHERE function = ? AND tenant = ? "
                        + "AND ordering_key = ? FOR UPDATE SKIP LOCKED")
                .params(key.function(), key.tenant(), key.key())
                .query(Long.class)
                .optional()
                .isPresent();
        if (held && !anyOpen(key)) {
            jdbc.sql("DELETE FROM ordering_key WHERE function = ? AND tenant = ? AND ordering_key = ?")
                    .params(key.function(), key.tenant(), key.key())
                    .update();
        }
    }

    /** The one before has ended: the next of the key is due. */
    void advance(Key key, Instant now) {
        jdbc.sql("UPDATE invocation SET due_at = GREATEST(not_before, ?) "
                        + "WHERE function = ? AND tenant = ? AND ordering_key = ? AND open = 1 AND state = 'ENQUEUED' "
                        + "ORDER BY turn LIMIT 1")
                .params(Columns.time(now), key.function(), key.tenant(), key.key())
                .update();
    }
}
