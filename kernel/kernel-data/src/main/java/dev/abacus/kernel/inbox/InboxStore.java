package dev.abacus.kernel.inbox;

import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The inbox rows of the current tenant, through the guarded data source. A kept event keeps the lane it came on. */
final class InboxStore {

    enum State {
        /** Its effect is committed. */
        DONE,
        /** Failed, or behind a failed one of the same aggregate; has a next attempt. */
        WAITING,
        /** Given up: a dead letter, kept until somebody replays or discards it. */
        DEAD
    }

    private static final int MAX_ERROR = 2_000;

    private final String table;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    InboxStore(String service, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.table = service + "_inbox";
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Notes that the event is handled now; {@code false} when it was here before. */
    boolean claim(String consumer, Envelope event) {
        return insert(consumer, event, State.DONE, 0, null, null);
    }

    /** Keeps a failed event, or one behind it, for a later attempt; {@code false} when it was here before. */
    boolean keep(String consumer, Envelope event, State state, int attempts, LocalDateTime next, String error) {
        return insert(consumer, event, state, attempts, next, error);
    }

    private boolean insert(
            String consumer, Envelope event, State state, int attempts, LocalDateTime next, String error) {
        boolean done = state == State.DONE;
        try {
            jdbc.sql("INSERT INTO " + table + " (tenant_id, consumer, id, aggregate, type, state, attempts,"
                            + " next_attempt_at, error, payload, headers, lane, received_at, done_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            TenantContext.require().value(),
                            consumer,
                            event.id(),
                            event.aggregate(),
                            event.type(),
                            state.name(),
                            attempts,
                            next,
                            shorten(error),
                            done ? null : event.payload(),
                            done ? null : json.writeValueAsString(event.headers()),
                            done
                                    ? null
                                    : LaneContext.current()
                                            .map(LaneTag::toString)
                                            .orElse(null),
                            now(),
                            done ? now() : null)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Whether an earlier event of the aggregate still waits: then a later one must not overtake it. */
    boolean hasWaiting(String consumer, String aggregate) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table
                                + " WHERE tenant_id = ? AND consumer = ? AND aggregate = ? AND state = 'WAITING'")
                        .params(TenantContext.require().value(), consumer, aggregate)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes a kept event for an attempt; {@code false} when another worker has finished it meanwhile. */
    boolean finish(String consumer, long event) {
        return jdbc.sql("UPDATE " + table + " SET state = 'DONE', attempts = attempts + 1, next_attempt_at = NULL,"
                                + " payload = NULL, headers = NULL, error = NULL, done_at = ?"
                                + " WHERE tenant_id = ? AND consumer = ? AND id = ? AND state = 'WAITING'")
                        .params(now(), TenantContext.require().value(), consumer, event)
                        .update()
                == 1;
    }

    void failed(String consumer, long event, State state, LocalDateTime next, String error) {
        jdbc.sql("UPDATE " + table + " SET state = ?, attempts = attempts + 1, next_attempt_at = ?, error = ?"
                        + " WHERE tenant_id = ? AND consumer = ? AND id = ? AND state = 'WAITING'")
                .params(
                        state.name(),
                        next,
                        shorten(error),
                        TenantContext.require().value(),
                        consumer,
                        event)
                .update();
    }

    /** Sets a dead letter waiting again, with its attempts begun anew; {@code false} when it is not dead. */
    boolean revive(String consumer, long event) {
        return jdbc.sql("UPDATE " + table + " SET state = 'WAITING', attempts = 0, next_attempt_at = ?"
                                + " WHERE tenant_id = ? AND consumer = ? AND id = ? AND state = 'DEAD'")
                        .params(now(), TenantContext.require().value(), consumer, event)
                        .update()
                == 1;
    }

    LocalDateTime now() {
        return ColumnTime.now(clock);
    }

    private static String shorten(String error) {
        return error == null || error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR);
    }
}
