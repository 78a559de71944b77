package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.UnreadableEvent;
import dev.abacus.function.dispatcher.invocation.UnreadableEvents;
import dev.abacus.function.wire.Events;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** They stand among the dead letters, where whoever looks for lost events looks. */
@Repository
class JdbcUnreadableEvents implements UnreadableEvents {

    private static final String TYPE = "dev.abacus.function.unreadable.v1";
    private static final int LONGEST_MESSAGE = 2_000;
    private static final String INSERT =
            """
            INSERT INTO invocation (id, function, tenant, state, not_before, deduplication, depth, accepted_at, ended_at,
              expires_at, failure_kind, failure_type, failure, dead_letter, event)
            VALUES (?, ?, '', 'FAILED', ?, ?, 0, ?, ?, ?, 'UNREADABLE', ?, ?, 1, ?)
            ON DUPLICATE KEY UPDATE id = id
            """;

    private final JdbcTemplate batches;

    JdbcUnreadableEvents(JdbcTemplate batches) {
        this.batches = batches;
    }

    @Override
    @Transactional
    public void keep(List<UnreadableEvent> events) {
        batches.batchUpdate(
                INSERT, events.stream().map(JdbcUnreadableEvents::row).toList());
    }

    private static Object[] row(UnreadableEvent it) {
        var at = Columns.time(it.at());
        return new Object[] {
            it.id(),
            it.function(),
            at,
            it.deduplication(),
            at,
            at,
            at,
            it.code(),
            Columns.cut(it.reason(), LONGEST_MESSAGE),
            event(it)
        };
    }

    private static byte[] event(UnreadableEvent it) {
        byte[] kept = Arrays.copyOf(it.body(), Math.min(it.body().length, UnreadableEvent.LARGEST_KEPT));
        return Events.bytes(CloudEventBuilder.v1()
                .withId(String.valueOf(it.id()))
                .withSource(URI.create("/functions/" + it.function()))
                .withType(TYPE)
                .withTime(it.at().atOffset(ZoneOffset.UTC))
                .withData("application/octet-stream", kept)
                .build());
    }
}
