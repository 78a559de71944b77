package dev.abacus.function.dispatcher.delivery.persistence;

import dev.abacus.function.dispatcher.delivery.DeliveryState;
import dev.abacus.function.dispatcher.delivery.web.DeliveryView;
import dev.abacus.function.dispatcher.delivery.web.DeliveryViews;
import dev.abacus.function.dispatcher.invocation.persistence.Columns;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads deliveries for people. */
@Repository
class JdbcDeliveryViews implements DeliveryViews {

    private static final String COLUMNS =
            """
            SELECT id, invocation, version, tenant, lane, kind, target, ordering_key, state, attempts, created_at, due_at,
              delivered_at, failure FROM delivery WHERE function = :function
            """;

    private final JdbcClient jdbc;

    JdbcDeliveryViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<DeliveryView> find(String function, long id) {
        return jdbc.sql(COLUMNS + "AND id = :id")
                .param("function", function)
                .param("id", id)
                .query(JdbcDeliveryViews::view)
                .optional();
    }

    @Override
    public Slice<DeliveryView> list(String function, DeliveryState state, PageRequest page) {
        var read = jdbc.sql(COLUMNS
                        + "AND (:state IS NULL OR state = :state) AND id < :before ORDER BY id DESC LIMIT :limit")
                .param("function", function)
                .param("state", state == null ? null : state.name())
                .param("before", page.afterId().orElse(Long.MAX_VALUE))
                .param("limit", page.limitAndOne())
                .query(JdbcDeliveryViews::view)
                .list();
        return Slice.of(read, page, DeliveryView::id);
    }

    private static DeliveryView view(ResultSet row, int n) throws SQLException {
        return new DeliveryView(
                row.getString("id"),
                row.getString("invocation"),
                row.getInt("version"),
                Columns.tenant(row),
                row.getString("lane"),
                row.getString("kind"),
                row.getString("target"),
                row.getString("ordering_key"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "due_at"),
                Columns.instant(row, "delivered_at"),
                row.getString("failure"));
    }
}
