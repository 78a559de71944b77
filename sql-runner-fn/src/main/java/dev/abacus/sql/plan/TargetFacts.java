package dev.abacus.sql.plan;

import dev.abacus.sql.review.Tables;
import dev.abacus.sql.run.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a target's dictionary says of its tables. */
final class TargetFacts {

    private TargetFacts() {}

    static Tables of(Connection connection, Target target) throws SQLException {
        Map<String, Map<String, Tables.Column>> columns = new HashMap<>();
        Map<String, List<String>> keys = new HashMap<>();
        try (ResultSet row = query(
                connection,
                target,
                "SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_KEY FROM information_schema.COLUMNS"
                        + " WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME, ORDINAL_POSITION")) {
            while (row.next()) {
                String table = small(row.getString(1));
                columns.computeIfAbsent(table, name -> new HashMap<>())
                        .put(
                                small(row.getString(2)),
                                new Tables.Column(
                                        row.getString(3), row.getString(4).equals("YES")));
                if (row.getString(5).equals("PRI")) {
                    keys.computeIfAbsent(table, name -> new ArrayList<>()).add(small(row.getString(2)));
                }
            }
        }
        Map<String, Tables.Table> tables = new HashMap<>();
        try (ResultSet row = query(
                connection,
                target,
                "SELECT TABLE_NAME, COALESCE(DATA_LENGTH + INDEX_LENGTH, 0), COALESCE(TABLE_ROWS, 0)"
                        + " FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?")) {
            while (row.next()) {
                String name = small(row.getString(1));
                tables.put(
                        name,
                        new Tables.Table(
                                name,
                                row.getLong(2),
                                row.getLong(3),
                                keys.getOrDefault(name, List.of()),
                                columns.getOrDefault(name, Map.of())));
            }
        }
        return Tables.of(tables);
    }

    private static ResultSet query(Connection connection, Target target, String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.closeOnCompletion();
        statement.setString(1, target.schema());
        return statement.executeQuery();
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
