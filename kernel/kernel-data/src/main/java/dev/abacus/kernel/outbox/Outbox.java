package dev.abacus.kernel.outbox;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import dev.abacus.kernel.messaging.Headers;
import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantContext;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes events into the outbox table and wakes the relay once they are committed. */
final class Outbox implements Events {

    /** RocketMQ's limit is 4 MiB with properties; an event that large is a file in disguise. */
    private static final int MAX_PAYLOAD = 1 << 20;

    private final String insert;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final JsonMapper json;
    private final Headers headers;
    private final Clock clock;
    private final Runnable committed;

    /** @param committed told after each commit that wrote events */
    Outbox(
            String service,
            JdbcClient jdbc,
            Ids ids,
            JsonMapper json,
            Headers headers,
            Clock clock,
            Runnable committed) {
        this.insert = "INSERT INTO " + service + "_outbox"
                + " (tenant_id, id, aggregate, type, payload, headers, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
        this.jdbc = jdbc;
        this.ids = ids;
        this.json = json;
        this.headers = headers;
        this.clock = clock;
        this.committed = committed;
    }

    @Override
    public void publish(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is published in the transaction of its change: " + event);
        }
        String payload = json.writeValueAsString(event);
        if (payload.length() > MAX_PAYLOAD) {
            throw new IllegalArgumentException(type(event) + " of " + payload.length() + " characters is too large");
        }
        jdbc.sql(insert)
                .params(
                        TenantContext.require().value(),
                        ids.next(),
                        event.aggregate(),
                        type(event),
                        payload,
                        json.writeValueAsString(headers.capture()),
                        ColumnTime.now(clock))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                committed.run();
            }
        });
    }

    private static String type(DomainEvent event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " needs @EventType");
        }
        return type.value();
    }
}
