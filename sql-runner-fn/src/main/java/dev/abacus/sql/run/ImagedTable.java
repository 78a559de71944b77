package dev.abacus.sql.run;

import dev.abacus.sql.split.Checksum;
import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table whose rows a statement changes, and the table beside it that keeps them as they were: whole rows for UPDATE and
 * DELETE, keys for INSERT. Columns are copied from column to column, so that no value is ever written as text.
 *
 * @param columns all that are stored
 * @param chunked the statement; null for an INSERT
 */
record ImagedTable(String table, String image, PrimaryKey key, List<String> columns, ChunkedStatement chunked) {

    /** Rows that were fit once are written back as they were, whatever is thought of them today. */
    static final String LENIENT = "SET STATEMENT sql_mode='NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION' FOR ";

    private static final Set<String> INSERT_WORDS = Set.of("INTO", "LOW_PRIORITY", "HIGH_PRIORITY");

    /** @throws StatementFailed for what could not be taken back bit for bit */
    static ImagedTable of(Connection connection, Target target, String release, Statement statement)
            throws SQLException, StatementFailed {
        try {
            Words words = Words.of(statement);
            ChunkedStatement chunked = words.beginWith("INSERT") ? null : ChunkedStatement.of(statement);
            String table = chunked == null ? inserted(words) : chunked.table();
            PrimaryKey key = PrimaryKey.of(connection, target, table);
            List<String> columns = columns(connection, target, table);
            refuseSideEffects(connection, target, table);
            for (String column : key.columns()) {
                if (chunked != null && chunked.assigned().contains(column.toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException("it changes " + column + ", by which rows are found again");
                }
            }
            return new ImagedTable(
                    table, image(target, release, statement.script(), statement.number()), key, columns, chunked);
        } catch (IllegalArgumentException e) {
            throw new StatementFailed(
                    statement,
                    "no image can be kept of its rows: " + e.getMessage() + "; write a script that undoes it");
        }
    }

    static String image(Target target, String release, String script, int statement) {
        String of = String.join("|", target.name(), release, script, Integer.toString(statement));
        return "sql_image_" + Checksum.of(of).substring(0, 24);
    }

    private static String inserted(Words words) {
        if (words.have("ON", "DUPLICATE") || words.beginWith("INSERT", "IGNORE") || words.have("RETURNING")) {
            throw new IllegalArgumentException("which rows it makes is known to the database alone");
        }
        int at = 1;
        while (INSERT_WORDS.contains(words.at(at))) {
            at++;
        }
        return words.get(at).name();
    }

    private static List<String> columns(Connection connection, Target target, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (List<String> row : Sql.rows(
                connection,
                "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "
                        + Sql.literal(target.schema()) + " AND TABLE_NAME = " + Sql.literal(table)
                        + " AND GENERATION_EXPRESSION IS NULL ORDER BY ORDINAL_POSITION")) {
            columns.add(row.getFirst());
        }
        return columns;
    }

    private static void refuseSideEffects(Connection connection, Target target, String table) throws SQLException {
        String schema = Sql.literal(target.schema());
        String name = Sql.literal(table);
        if (Sql.row(
                        connection,
                        "SELECT 1 FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = " + schema
                                + " AND EVENT_OBJECT_TABLE = " + name)
                != null) {
            throw new IllegalArgumentException(table + " has triggers");
        }
        if (Sql.row(
                        connection,
                        "SELECT 1 FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = " + schema
                                + " AND REFERENCED_TABLE_NAME = " + name
                                + " AND (DELETE_RULE IN ('CASCADE', 'SET NULL') OR UPDATE_RULE IN ('CASCADE', 'SET NULL'))")
                != null) {
            throw new IllegalArgumentException("rows of other tables follow those of " + table);
        }
    }

    boolean isInsert() {
        return chunked == null;
    }

    String create() {
        return "CREATE TABLE IF NOT EXISTS " + Sql.name(image) + " (PRIMARY KEY (" + key.list()
                + ")) ENGINE=InnoDB AS SELECT " + (isInsert() ? key.list() : list("")) + " FROM " + Sql.name(table)
                + " LIMIT 0";
    }

    /** Locks the rows too: those that are kept are those that will be changed. */
    String keep(Statement statement) {
        ChunkedStatement range = ChunkedStatement.of(statement);
        return LENIENT + "INSERT INTO " + Sql.name(image) + " (" + list("") + ") SELECT "
                + list(Sql.name(range.as()) + ".") + " FROM " + Sql.name(table) + " AS " + Sql.name(range.as())
                + " WHERE " + range.condition() + "\nFOR UPDATE";
    }

    /** @param range of the image's rows, called i */
    List<String> restore(String range, boolean deleted) {
        String joined = Sql.name(table) + " t JOIN " + Sql.name(image) + " i USING (" + key.list() + ")";
        if (isInsert()) {
            return List.of("DELETE t FROM " + joined + " WHERE " + range);
        }
        if (deleted) {
            return List.of(LENIENT + "INSERT INTO " + Sql.name(table) + " (" + list("") + ") SELECT " + list("i.")
                    + " FROM " + Sql.name(image) + " i LEFT JOIN " + Sql.name(table) + " t USING (" + key.list()
                    + ") WHERE t." + Sql.name(key.columns().getFirst()) + " IS NULL AND " + range);
        }
        String values = columns.stream()
                .filter(column -> !key.columns().contains(column))
                .map(column -> "t." + Sql.name(column) + " = i." + Sql.name(column))
                .collect(Collectors.joining(", "));
        return List.of(LENIENT + "UPDATE " + joined + " SET " + values + " WHERE " + range);
    }

    private String list(String prefix) {
        return columns.stream().map(column -> prefix + Sql.name(column)).collect(Collectors.joining(", "));
    }
}
