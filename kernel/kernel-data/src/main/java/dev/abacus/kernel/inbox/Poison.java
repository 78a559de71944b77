package dev.abacus.kernel.inbox;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.persistence.ColumnTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what cannot even be put into a tenant's inbox: no event at all, or an event of nobody known here. */
final class Poison {

    private static final Logger log = LoggerFactory.getLogger(Poison.class);

    private final String table;
    private final JdbcClient home;
    private final Ids ids;
    private final JsonMapper json;
    private final Clock clock;

    Poison(String service, DataSource home, Ids ids, JsonMapper json, Clock clock) {
        this.table = service + "_poison";
        this.home = JdbcClient.create(home);
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    void keep(String consumer, Envelope event, String reason) {
        keep(
                consumer,
                Long.toString(event.id()),
                reason,
                event.headers(),
                event.payload().getBytes(StandardCharsets.UTF_8));
    }

    void keep(String consumer, MessageExt message, String reason) {
        keep(consumer, message.getMsgId(), reason, message.getProperties(), message.getBody());
    }

    private void keep(String consumer, String message, String reason, Map<String, String> headers, byte[] body) {
        int kept = home.sql(
                        "INSERT IGNORE INTO " + table
                                + " (id, consumer, message_id, reason, headers, body, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        ids.next(),
                        consumer,
                        message,
                        reason,
                        json.writeValueAsString(headers),
                        body,
                        ColumnTime.now(clock))
                .update();
        if (kept == 1) {
            log.error("{} cannot take message {}: {}", consumer, message, reason);
        }
    }

    long count() {
        return home.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }
}
