package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.Acceptance;
import dev.abacus.function.dispatcher.invocation.DispatcherName;
import dev.abacus.function.dispatcher.invocation.Ending;
import dev.abacus.function.dispatcher.invocation.persistence.OrderingKeys.Key;
import dev.abacus.function.wire.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes down how attempts ended, with everything that follows from it, within the transaction of whoever asks. An ending whose
 * epoch is not the invocation's any more came too late, and leaves no trace.
 */
@Component
class EndingWriter {

    private static final String END =
            """
            UPDATE invocation SET state = ?, due_at = ?, open = IF(?, NULL, 1), attempt = ?, dispatcher = NULL, version = ?,
              ended_at = ?, failure_kind = ?, failure_type = ?, failure = ?, dead_letter = ?, result = ?
            WHERE id = ? AND epoch = ? AND dispatcher = ?
            """;
    private static final String ATTEMPT =
            """
            INSERT INTO attempt (invocation, epoch, number, version, dispatcher, pid, started_at, ended_at, cpu_micros,
              failure_kind, failure_type, failure, stack)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final int LONGEST_MESSAGE = 2_000;
    private static final int LONGEST_TYPE = 200;

    private final JdbcTemplate batches;
    private final AcceptanceWriter acceptances;
    private final DeliveryWriter deliveries;
    private final OrderingKeys keys;
    private final DispatcherName self;

    EndingWriter(
            JdbcTemplate batches,
            AcceptanceWriter acceptances,
            DeliveryWriter deliveries,
            OrderingKeys keys,
            DispatcherName self) {
        this.batches = batches;
        this.acceptances = acceptances;
        this.deliveries = deliveries;
        this.keys = keys;
        this.self = self;
    }

    List<Boolean> write(List<Ending> endings) {
        keys.lock(endings.stream()
                .filter(ending -> ending.taken().orderingKey() != null)
                .map(EndingWriter::key)
                .toList());
        int[] counts = batches.batchUpdate(END, endings.stream().map(this::row).toList());
        List<Ending> held = new ArrayList<>();
        List<Boolean> answers = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            boolean ours = counts[i] > 0;
            answers.add(ours);
            if (ours) {
                held.add(endings.get(i));
            }
        }
        follow(held);
        return answers;
    }

    private void follow(List<Ending> held) {
        batches.batchUpdate(ATTEMPT, held.stream().map(this::attempt).toList());
        held.stream()
                .filter(ending -> ending.state().over() && ending.taken().orderingKey() != null)
                .forEach(ending -> keys.advance(key(ending), ending.endedAt()));
        List<Acceptance> next =
                held.stream().flatMap(ending -> ending.invocations().stream()).toList();
        if (!next.isEmpty()) {
            acceptances.write(next, Set.of());
        }
        deliveries.write(held);
    }

    private static Key key(Ending ending) {
        var taken = ending.taken();
        return new Key(taken.function(), Columns.tenant(taken.tenant()), taken.orderingKey());
    }

    private Object[] row(Ending ending) {
        Failure failure = ending.failure();
        return new Object[] {
            ending.state().name(),
            Columns.time(ending.dueAt()),
            ending.state().over(),
            ending.spent() ? ending.taken().attempt() : ending.taken().attempt() - 1,
            ending.version() == 0 ? null : ending.version(),
            ending.state().over() ? Columns.time(ending.endedAt()) : null,
            failure == null ? null : failure.kind().name(),
            failure == null ? null : Columns.cut(failure.type(), LONGEST_TYPE),
            failure == null ? null : Columns.cut(failure.message(), LONGEST_MESSAGE),
            ending.deadLetter() ? 1 : null,
            ending.result(),
            ending.taken().id(),
            ending.taken().epoch(),
            self.value()
        };
    }

    private Object[] attempt(Ending ending) {
        Failure failure = ending.failure();
        return new Object[] {
            ending.taken().id(),
            ending.taken().epoch(),
            ending.taken().attempt(),
            ending.version(),
            self.value(),
            ending.pid() == 0 ? null : ending.pid(),
            Columns.time(ending.startedAt()),
            Columns.time(ending.endedAt()),
            ending.cpuNanos() / 1_000,
            failure == null ? null : failure.kind().name(),
            failure == null ? null : Columns.cut(failure.type(), LONGEST_TYPE),
            failure == null ? null : Columns.cut(failure.message(), LONGEST_MESSAGE),
            failure == null ? null : failure.trace()
        };
    }
}
