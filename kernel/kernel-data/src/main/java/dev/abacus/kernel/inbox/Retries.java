package dev.abacus.kernel.inbox;

import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tries one shard's kept events again when they are due, oldest first within each aggregate. */
final class Retries {

    private static final int BATCH = 100;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final String table;
    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final JsonMapper json;
    private final Clock clock;

    Retries(String service, DataSource shard, Inbox inbox, JsonMapper json, Clock clock) {
        this.table = service + "_inbox";
        this.jdbc = JdbcClient.create(shard);
        this.inbox = inbox;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(String consumer, int failures, Envelope event) {

        String line() {
            return event.tenant() + "/" + consumer + "/" + event.aggregate();
        }
    }

    /** One pass over what is due; answers whether there may be more at once. */
    boolean round() {
        // The head of each line: the oldest waiting event of an aggregate. The rest is behind it whatever its time
        // says.
        List<Kept> heads = jdbc.sql("SELECT w.tenant_id, w.consumer, w.id, w.aggregate, w.type, w.attempts, w.payload,"
                        + " w.headers FROM " + table + " w WHERE w.state = 'WAITING' AND w.next_attempt_at <= :now"
                        + " AND NOT EXISTS (SELECT 1 FROM " + table + " e WHERE e.tenant_id = w.tenant_id"
                        + " AND e.consumer = w.consumer AND e.aggregate = w.aggregate AND e.state = 'WAITING'"
                        + " AND e.seq < w.seq) ORDER BY w.seq LIMIT " + BATCH)
                .param("now", LocalDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .query((row, n) -> read(row))
                .list();
        boolean more = false;
        Set<String> failed = new HashSet<>();
        for (Kept head : heads) {
            if (!failed.contains(head.line())) {
                boolean done = inbox.retry(head.consumer(), head.event(), head.failures());
                more |= done;
                if (!done) {
                    failed.add(head.line());
                }
            }
        }
        return more;
    }

    private Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("consumer"),
                row.getInt("attempts"),
                new Envelope(
                        row.getLong("id"),
                        new TenantId(row.getLong("tenant_id")),
                        row.getString("aggregate"),
                        row.getString("type"),
                        row.getString("payload"),
                        json.readValue(row.getString("headers"), HEADERS)));
    }

    /** Events of this shard in {@code state}. */
    long count(InboxStore.State state) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }
}
