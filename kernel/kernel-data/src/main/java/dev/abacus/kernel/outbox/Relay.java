package dev.abacus.kernel.outbox;

import static java.util.stream.Collectors.toMap;

import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.messaging.StoredEnvelope;
import dev.abacus.kernel.persistence.ColumnTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one shard's outbox to the broker, in the order of writing. A row is marked only after the broker has confirmed
 * it, parcel by parcel; what was sent and not yet marked when a process died is sent again, which the inbox recognises. A failure ends the
 * round, so nothing overtakes.
 */
final class Relay {

    private static final int BATCH = 200;

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
        List<Row> rows = jdbc.sql("SELECT seq, " + StoredEnvelope.COLUMNS + " FROM " + table
                        + " WHERE sent_at IS NULL ORDER BY seq LIMIT " + BATCH)
                .query((row, n) -> new Row(row.getLong("seq"), StoredEnvelope.read(row, json)))
                .list();
        Map<Long, Long> seqs = rows.stream().collect(toMap(row -> row.envelope().id(), Row::seq));
        broker.send(
                rows.stream().map(Row::envelope).toList(),
                sent -> mark(sent.stream().map(event -> seqs.get(event.id())).toList()));
        return rows.size() == BATCH;
    }

    private void mark(List<Long> sent) {
        jdbc.sql("UPDATE " + table + " SET sent_at = :now WHERE seq IN (:seqs)")
                .param("now", ColumnTime.now(clock))
                .param("seqs", sent)
                .update();
    }

    /** Events written and not yet with the broker. */
    long backlog() {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE sent_at IS NULL")
                .query(Long.class)
                .single();
    }
}
