package dev.abacus.kernel.inbox;

import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.messaging.StoredEnvelope;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.lane.LaneTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Tries one shard's kept events again when they are due, oldest first within each aggregate. */
final class Retries {

    private static final int BATCH = 100;

    private final String table;
    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final Duties duties;
    private final JsonMapper json;
    private final Clock clock;

    Retries(String service, DataSource shard, Inbox inbox, Duties duties, JsonMapper json, Clock clock) {
        this.table = service + "_inbox";
        this.jdbc = JdbcClient.create(shard);
        this.inbox = inbox;
        this.duties = duties;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(String consumer, LaneTag lane, int failures, Envelope event) {

        String line() {
            return event.tenant() + "/" + consumer + "/" + event.aggregate();
        }
    }

    /** One pass over what is due; answers whether there may be more at once. */
    boolean round() {
        // The head of each line: the oldest waiting event of an aggregate. The rest is behind it whatever its time
        // says.
        List<LaneTag> others = duties.others();
        List<Kept> heads = jdbc.sql("SELECT consumer, lane, attempts, " + StoredEnvelope.COLUMNS + " FROM " + table
                        + " w WHERE w.state = 'WAITING' AND w.next_attempt_at <= :now" + ofLanes(others)
                        + " AND NOT EXISTS (SELECT 1 FROM " + table + " e WHERE e.tenant_id = w.tenant_id"
                        + " AND e.consumer = w.consumer AND e.aggregate = w.aggregate AND e.state = 'WAITING'"
                        + " AND e.seq < w.seq) ORDER BY w.seq LIMIT " + BATCH)
                .param("now", ColumnTime.now(clock))
                .param("lane", Objects.toString(duties.only(), null))
                .param("others", others.stream().map(LaneTag::toString).toList())
                .query((row, n) -> read(row))
                .list();
        boolean more = false;
        Set<String> failed = new HashSet<>();
        for (Kept head : heads) {
            if (!failed.contains(head.line()) && duties.mine(head.consumer(), head.lane())) {
                boolean done = inbox.retry(head.consumer(), head.event(), head.failures());
                more |= done;
                if (!done) {
                    failed.add(head.line());
                }
            }
        }
        return more;
    }

    private String ofLanes(List<LaneTag> others) {
        if (duties.only() != null) {
            return " AND w.lane = :lane";
        }
        return others.isEmpty() ? "" : " AND (w.lane IS NULL OR w.lane NOT IN (:others))";
    }

    private Kept read(ResultSet row) throws SQLException {
        String lane = row.getString("lane");
        return new Kept(
                row.getString("consumer"),
                lane == null ? null : LaneTag.parse(lane),
                row.getInt("attempts"),
                StoredEnvelope.read(row, json));
    }

    /** Events of this shard in {@code state}. */
    long count(InboxStore.State state) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }
}
