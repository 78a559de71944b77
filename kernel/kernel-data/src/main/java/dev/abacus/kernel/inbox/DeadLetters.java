package dev.abacus.kernel.inbox;

import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The current tenant's events that no attempt could handle. They stay until somebody sends them again. */
public class DeadLetters {

    /** @param error what the last attempt died of */
    public record DeadLetter(
            String consumer,
            long event,
            String aggregate,
            String type,
            int attempts,
            String error,
            Instant receivedAt) {}

    private final String table;
    private final JdbcClient jdbc;
    private final InboxStore store;

    DeadLetters(String service, JdbcClient jdbc, InboxStore store) {
        this.table = service + "_inbox";
        this.jdbc = jdbc;
        this.store = store;
    }

    /** Oldest first. */
    public Slice<DeadLetter> list(PageRequest page) {
        var letters = jdbc.sql("SELECT consumer, id, aggregate, type, attempts, error, received_at FROM " + table
                        + " WHERE tenant_id = ? AND state = 'DEAD' AND id > ? ORDER BY id LIMIT ?")
                .params(TenantContext.require().value(), page.afterId().orElse(0), page.limitAndOne())
                .query((row, n) -> new DeadLetter(
                        row.getString("consumer"),
                        row.getLong("id"),
                        row.getString("aggregate"),
                        row.getString("type"),
                        row.getInt("attempts"),
                        row.getString("error"),
                        ColumnTime.instant(row.getObject("received_at", LocalDateTime.class))))
                .list();
        return Slice.of(letters, page, DeadLetter::event);
    }

    /** Puts a dead letter back in line; {@code false} when it is not dead (any more), so that a second click does nothing. */
    @Transactional
    public boolean replay(String consumer, long event) {
        return store.revive(consumer, event);
    }
}
