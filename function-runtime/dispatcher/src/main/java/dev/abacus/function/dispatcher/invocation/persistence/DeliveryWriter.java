package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.Delivery;
import dev.abacus.function.dispatcher.invocation.Ending;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes down what endings owe to destinations, within the transaction of whoever asks. One behind another of its key to the
 * same target is not due yet; whoever asks holds the key's row, as does whoever ends that other one.
 */
@Component
class DeliveryWriter {

    private static final String INSERT =
            """
            INSERT INTO delivery (id, invocation, function, version, tenant, lane, kind, target, secret, event, ordering_key,
              created_at, state, turn, due_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', (SELECT turn FROM invocation WHERE id = ?),
              IF(? IS NOT NULL AND EXISTS (SELECT 1 FROM delivery WHERE function = ? AND tenant = ? AND ordering_key = ?
                AND state = 'PENDING' AND turn IS NOT NULL AND kind = ? AND target = ?), NULL, ?)
            """;

    private final JdbcTemplate batches;

    DeliveryWriter(JdbcTemplate batches) {
        this.batches = batches;
    }

    void write(List<Ending> endings) {
        List<Object[]> rows = new ArrayList<>();
        endings.forEach(ending -> ending.deliveries().forEach(delivery -> rows.add(row(delivery, ending))));
        batches.batchUpdate(INSERT, rows);
    }

    private static Object[] row(Delivery delivery, Ending ending) {
        String tenant = Columns.tenant(delivery.tenant());
        String key = delivery.orderingKey();
        return new Object[] {
            delivery.id(),
            delivery.invocation(),
            delivery.function(),
            delivery.version(),
            tenant,
            delivery.lane(),
            delivery.kind(),
            delivery.target(),
            delivery.secret(),
            delivery.event(),
            key,
            Columns.time(ending.endedAt()),
            delivery.invocation(),
            key,
            delivery.function(),
            tenant,
            key,
            delivery.kind(),
            delivery.target(),
            Columns.time(ending.endedAt())
        };
    }
}
