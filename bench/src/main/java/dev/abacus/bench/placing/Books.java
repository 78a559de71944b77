package dev.abacus.bench.placing;

import dev.abacus.bench.harness.Stack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What orders leave behind in the database, and what the database had to do for them. */
final class Books {

    /** Each with the state that it has when the order is placed. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>(Map.of(
            "trade_sales_order", "status = 'PLACED'",
            "trade_sales_order_line", "TRUE",
            "trade_credit_entry", "TRUE",
            "trade_promotion_use", "state = 'CONSUMED'",
            "inventory_reservation", "state = 'ACTIVE'",
            "trade_outbox", "type = 'trade.sales-order-placed.v1'"));

    private final Stack stack;

    Books(Stack stack) {
        this.stack = stack;
    }

    /**
     * Checks that every order left the same rows, whichever way it was placed.
     *
     * @return the rows per order, in words
     */
    String compare(long tenant, String one, String other) throws SQLException {
        Map<String, Double> rows = perOrder(tenant, one);
        Map<String, Double> same = perOrder(tenant, other);
        if (!rows.equals(same)) {
            throw new IllegalStateException("not the same rows per order: " + rows + " and " + same);
        }
        return rows.entrySet().stream()
                .filter(row -> row.getValue() > 0)
                .map(row -> "%.0f %s".formatted(row.getValue(), row.getKey()))
                .sorted()
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private Map<String, Double> perOrder(long tenant, String schema) throws SQLException {
        Map<String, Double> perOrder = new LinkedHashMap<>();
        try (Connection connection = stack.connect(schema);
                Statement statement = connection.createStatement()) {
            double orders = count(
                    statement,
                    "SELECT COUNT(*) FROM trade_sales_order WHERE status = 'PLACED' AND tenant_id = " + tenant);
            for (var table : ROWS.entrySet()) {
                long rows = count(
                        statement,
                        "SELECT COUNT(*) FROM " + table.getKey() + " WHERE " + table.getValue() + " AND tenant_id = "
                                + tenant);
                perOrder.put(table.getKey(), rows / orders);
            }
        }
        return perOrder;
    }

    /** Statements and commits that the server has executed so far, for everybody. */
    record Work(long statements, long commits) {
        Work since(Work before) {
            return new Work(statements - before.statements, commits - before.commits);
        }
    }

    Work work() {
        try (Connection connection = stack.connect("suite_0");
                Statement statement = connection.createStatement()) {
            return new Work(status(statement, "Questions"), status(statement, "Com_commit"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long status(Statement statement, String name) throws SQLException {
        return count(
                statement,
                "SELECT variable_value FROM information_schema.global_status WHERE variable_name = '" + name + "'");
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
