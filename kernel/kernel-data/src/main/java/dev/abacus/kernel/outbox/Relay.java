package dev.abacus.kernel.outbox;

import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one shard's outbox to the broker, in the order of writing. A row is marked only after the broker has confirmed
 * it; what was sent and not yet marked when a process died is sent again, which the inbox recognises. A failure ends the
 * round, so nothing overtakes.
 */
final class Relay {

    private static final int BATCH = 200;

    /** Rows are marked in small groups: few writes, and few repeats after a crash. */
    private static final int MARK_EVERY = 20;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final String table;
    private final JdbcClient jdbc;
    private final Broker broker;
    private final JsonMapper json;
    private final Clock clock;

    Relay(String service, DataSource shard, Broker broker, JsonMapper json, Clock clock) {
        this.table = service + "_outbox";
        this.jdbc = JdbcClient.create(shard);
        this.broker = broker;
        this.json = json;
        this.clock = clock;
    }

    private record Row(long seq, Envelope envelope) {}

    /** Sends what is there, up to a batch; answers whether there may be more. */
    boolean round() {
        List<Row> rows = jdbc.sql("SELECT seq, id, tenant_id, aggregate, type, payload, headers FROM " + table
                        + " WHERE sent_at IS NULL ORDER BY seq LIMIT " + BATCH)
                .query((row, n) -> read(row))
                .list();
        int sent = 0;
        int marked = 0;
        try {
            for (Row row : rows) {
                broker.send(row.envelope());
                sent++;
                if (sent - marked == MARK_EVERY) {
                    mark(rows.subList(marked, sent));
                    marked = sent;
                }
            }
        } finally {
            if (sent > marked) {
                mark(rows.subList(marked, sent));
            }
        }
        return rows.size() == BATCH;
    }

    private Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("seq"),
                new Envelope(
                        row.getLong("id"),
                        new TenantId(row.getLong("tenant_id")),
                        row.getString("aggregate"),
                        row.getString("type"),
                        row.getString("payload"),
                        json.readValue(row.getString("headers"), HEADERS)));
    }

    private void mark(List<Row> sent) {
        jdbc.sql("UPDATE " + table + " SET sent_at = :now WHERE seq IN (:seqs)")
                .param("now", LocalDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .param("seqs", sent.stream().map(Row::seq).toList())
                .update();
    }

    /** Events written and not yet with the broker. */
    long backlog() {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE sent_at IS NULL")
                .query(Long.class)
                .single();
    }
}
