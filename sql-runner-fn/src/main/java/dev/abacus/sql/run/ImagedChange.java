package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps rows as they were in the transaction that changes them. */
final class ImagedChange implements RowChange {

    /** What the database says of a deadlock, so that the transaction is tried again. */
    private static final int AGAIN = 1213;

    private final Connection connection;
    private final Target target;
    private final String release;
    private final Map<Integer, ImagedTable> tables = new HashMap<>();

    ImagedChange(Connection connection, Target target, String release) {
        this.connection = connection;
        this.target = target;
        this.release = release;
    }

    @Override
    public void prepare(Statement statement) throws SQLException, StatementFailed {
        if (!tables.containsKey(statement.number())) {
            ImagedTable table = ImagedTable.of(connection, target, release, statement);
            Sql.execute(connection, table.create());
            tables.put(statement.number(), table);
        }
    }

    @Override
    public long run(Statement statement) throws SQLException {
        ImagedTable table = tables.get(statement.number());
        return table.isInsert() ? insert(table, statement) : change(table, statement);
    }

    /** Read committed lets rows appear between the two; then both are done again. */
    private long change(ImagedTable table, Statement statement) throws SQLException {
        long kept = Sql.execute(connection, table.keep(statement));
        long changed = Sql.execute(connection, statement.text());
        if (changed != kept) {
            throw new SQLException(kept + " rows were kept, and " + changed + " changed", "40001", AGAIN);
        }
        return changed;
    }

    private long insert(ImagedTable table, Statement statement) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (var insert = connection.createStatement();
                ResultSet row = insert.executeQuery(
                        statement.text() + "\nRETURNING " + table.key().list())) {
            while (row.next()) {
                List<String> literals = new ArrayList<>();
                for (int i = 0; i < table.key().parts().size(); i++) {
                    literals.add(table.key().parts().get(i).literal(row.getString(i + 1)));
                }
                keys.add("(" + String.join(", ", literals) + ")");
            }
        }
        if (!keys.isEmpty()) {
            Sql.execute(
                    connection,
                    "INSERT INTO " + Sql.name(table.image()) + " ("
                            + table.key().list() + ") VALUES " + String.join(", ", keys));
        }
        return keys.size();
    }
}
