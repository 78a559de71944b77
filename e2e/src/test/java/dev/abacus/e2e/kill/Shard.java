package dev.abacus.e2e.kill;

import dev.abacus.e2e.Stack;
import dev.abacus.seed.story.Crew;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One company's rows in the shard that it was placed in. */
final class Shard implements AutoCloseable {

    private static final int MARIADB = 13306;

    private final Connection connection;
    private final long tenant;

    private Shard(Connection connection, long tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    static Shard of(Crew crew, Stack stack) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:%d/%s"
                        .formatted(MARIADB + stack.portOffset(), crew.tenant().shard()),
                "suite",
                "suite");
        connection.setReadOnly(true);
        return new Shard(connection, crew.tenant().id().value());
    }

    /** @param sql in which {@code :tenant} is the company; each row becomes a text */
    List<String> rows(String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql.replace(":tenant", Long.toString(tenant)));
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(text(rows));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    boolean any(String sql) {
        return !rows(sql).isEmpty();
    }

    private static String text(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        return IntStream.rangeClosed(1, columns)
                .mapToObj(column -> cell(row, column))
                .collect(Collectors.joining(", "));
    }

    private static String cell(ResultSet row, int column) {
        try {
            return row.getMetaData().getColumnLabel(column) + "=" + row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
