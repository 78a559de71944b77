package dev.abacus.function.dispatcher.invocation.persistence;

import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.invocation.web.InvocationView;
import dev.abacus.function.dispatcher.invocation.web.InvocationView.AttemptView;
import dev.abacus.function.dispatcher.invocation.web.InvocationView.DeliveryView;
import dev.abacus.function.dispatcher.invocation.web.InvocationView.FailureView;
import dev.abacus.function.dispatcher.invocation.web.InvocationViews;
import dev.abacus.function.dispatcher.invocation.web.LogLineView;
import dev.abacus.function.wire.Events;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads invocations for people. */
@Repository
class JdbcInvocationViews implements InvocationViews {

    private static final String COLUMNS =
            """
            SELECT id, function, tenant, lane, state, version, attempt, ordering_key, depth, parent, accepted_at, due_at,
              started_at, ended_at, expires_at, failure_kind, failure_type, failure, dead_letter, result FROM invocation
            """;

    private final JdbcClient jdbc;

    JdbcInvocationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<InvocationView> find(long id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?")
                .param(id)
                .query((row, n) -> view(row, attempts(id), deliveries(id)))
                .optional();
    }

    @Override
    public Slice<InvocationView> list(String function, InvocationState state, String tenant, PageRequest page) {
        return page(
                "WHERE function = :function AND (:state IS NULL OR state = :state) AND (:tenant IS NULL OR tenant = :tenant)",
                function,
                state == null ? null : state.name(),
                tenant,
                page);
    }

    @Override
    public Slice<InvocationView> deadLetters(String function, PageRequest page) {
        return page("WHERE dead_letter = 1 AND function = :function", function, null, null, page);
    }

    private Slice<InvocationView> page(String where, String function, String state, String tenant, PageRequest page) {
        List<InvocationView> read = jdbc.sql(COLUMNS + where + " AND id < :before ORDER BY id DESC LIMIT :limit")
                .param("function", function)
                .param("state", state)
                .param("tenant", tenant)
                .param("before", page.afterId().orElse(Long.MAX_VALUE))
                .param("limit", page.limitAndOne())
                .query((row, n) -> view(row, List.of(), List.of()))
                .list();
        return Slice.of(read, page, InvocationView::id);
    }

    @Override
    public Slice<LogLineView> logOf(String invocation, PageRequest page) {
        return lines("invocation", invocation, page);
    }

    @Override
    public Slice<LogLineView> logOfFunction(String function, PageRequest page) {
        return lines("function", function, page);
    }

    private Slice<LogLineView> lines(String column, String value, PageRequest page) {
        List<LogLineView> read = jdbc.sql("SELECT id, invocation, at, level, text FROM log_line WHERE " + column
                        + " = ? AND id > ? ORDER BY id LIMIT ?")
                .params(value, page.afterId().orElse(0), page.limitAndOne())
                .query((row, n) -> new LogLineView(
                        row.getString("id"),
                        row.getString("invocation"),
                        Columns.instant(row, "at"),
                        row.getString("level"),
                        row.getString("text")))
                .list();
        return Slice.of(read, page, LogLineView::id);
    }

    private List<AttemptView> attempts(long id) {
        return jdbc.sql("SELECT * FROM attempt WHERE invocation = ? ORDER BY epoch")
                .param(id)
                .query((row, n) -> new AttemptView(
                        row.getInt("number"),
                        !"SYSTEM".equals(row.getString("failure_kind")),
                        row.getInt("version"),
                        row.getString("dispatcher"),
                        row.getObject("pid", Long.class),
                        Columns.instant(row, "started_at"),
                        Columns.instant(row, "ended_at"),
                        row.getLong("cpu_micros") / 1_000.0,
                        failure(row),
                        row.getString("stack")))
                .list();
    }

    private List<DeliveryView> deliveries(long id) {
        return jdbc.sql("SELECT * FROM delivery WHERE invocation = ? ORDER BY id")
                .param(id)
                .query((row, n) -> new DeliveryView(
                        row.getString("kind"),
                        row.getString("target"),
                        row.getInt("attempts"),
                        Columns.instant(row, "due_at"),
                        Columns.instant(row, "delivered_at"),
                        row.getString("failure")))
                .list();
    }

    private static InvocationView view(ResultSet row, List<AttemptView> attempts, List<DeliveryView> deliveries)
            throws SQLException {
        return new InvocationView(
                row.getString("id"),
                row.getString("function"),
                Columns.tenant(row),
                row.getString("lane"),
                InvocationState.valueOf(row.getString("state")),
                row.getObject("version", Integer.class),
                row.getInt("attempt"),
                row.getString("ordering_key"),
                row.getInt("depth"),
                row.getString("parent"),
                Columns.instant(row, "accepted_at"),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "ended_at"),
                Columns.instant(row, "expires_at"),
                failure(row),
                row.getInt("dead_letter") == 1,
                result(row.getBytes("result")),
                attempts,
                deliveries);
    }

    private static FailureView failure(ResultSet row) throws SQLException {
        String kind = row.getString("failure_kind");
        return kind == null ? null : new FailureView(kind, row.getString("failure_type"), row.getString("failure"));
    }

    private static String result(byte[] encoded) throws SQLException {
        if (encoded == null) {
            return null;
        }
        try {
            var data = Events.of(encoded).getData();
            return data == null ? null : new String(data.toBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SQLException("a result is kept that cannot be read", e);
        }
    }
}
