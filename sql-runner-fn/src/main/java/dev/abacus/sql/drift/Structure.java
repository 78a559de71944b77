package dev.abacus.sql.drift;

import dev.abacus.sql.run.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A schema's structure, from the dictionary: each table, column, key, constraint, view and routine, and what it is. The
 * runner's own tables are no part of it.
 *
 * @param parts what each is, by its path
 */
public record Structure(SortedMap<String, String> parts) {

    private static final String BETWEEN = " = ";

    /** Each gives a path and what is there; the one parameter is the schema. */
    private static final List<String> QUERIES = List.of(
            "SELECT CONCAT('table ', TABLE_NAME), CONCAT_WS(' ', TABLE_TYPE, ENGINE, TABLE_COLLATION)"
                    + " FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME NOT LIKE 'sql\\_%'",
            "SELECT CONCAT('column ', TABLE_NAME, '.', COLUMN_NAME), CONCAT_WS(' ', COLUMN_TYPE,"
                    + " IF(IS_NULLABLE = 'NO', 'NOT NULL', 'NULL'), CONCAT('DEFAULT ', COLUMN_DEFAULT), COLLATION_NAME,"
                    + " NULLIF(EXTRA, ''), CONCAT('AS ', GENERATION_EXPRESSION)) FROM information_schema.COLUMNS"
                    + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME NOT LIKE 'sql\\_%'",
            "SELECT CONCAT('key ', TABLE_NAME, '.', INDEX_NAME), CONCAT(IF(MIN(NON_UNIQUE), '', 'UNIQUE '),"
                    + " MIN(INDEX_TYPE), ' (', GROUP_CONCAT(CONCAT_WS(':', COLUMN_NAME, SUB_PART) ORDER BY SEQ_IN_INDEX),"
                    + " ')') FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND TABLE_NAME NOT LIKE 'sql\\_%'"
                    + " GROUP BY TABLE_NAME, INDEX_NAME",
            "SELECT CONCAT('foreign key ', k.TABLE_NAME, '.', k.CONSTRAINT_NAME), CONCAT('(', GROUP_CONCAT(k.COLUMN_NAME"
                    + " ORDER BY k.ORDINAL_POSITION), ') to ', MIN(k.REFERENCED_TABLE_NAME), ' (',"
                    + " GROUP_CONCAT(k.REFERENCED_COLUMN_NAME ORDER BY k.ORDINAL_POSITION), ') ', MIN(r.DELETE_RULE))"
                    + " FROM information_schema.KEY_COLUMN_USAGE k JOIN information_schema.REFERENTIAL_CONSTRAINTS r"
                    + " ON r.CONSTRAINT_SCHEMA = k.TABLE_SCHEMA AND r.TABLE_NAME = k.TABLE_NAME"
                    + " AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME WHERE k.TABLE_SCHEMA = ?"
                    + " GROUP BY k.TABLE_NAME, k.CONSTRAINT_NAME",
            "SELECT CONCAT('check ', TABLE_NAME, '.', CONSTRAINT_NAME), CHECK_CLAUSE"
                    + " FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?",
            "SELECT CONCAT('view ', TABLE_NAME), MD5(REPLACE(VIEW_DEFINITION, CONCAT('`', TABLE_SCHEMA, '`.'), ''))"
                    + " FROM information_schema.VIEWS WHERE TABLE_SCHEMA = ?",
            "SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', ROUTINE_NAME), MD5(ROUTINE_DEFINITION)"
                    + " FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?",
            "SELECT CONCAT('trigger ', EVENT_OBJECT_TABLE, '.', TRIGGER_NAME), CONCAT_WS(' ', ACTION_TIMING,"
                    + " EVENT_MANIPULATION, MD5(ACTION_STATEMENT)) FROM information_schema.TRIGGERS"
                    + " WHERE TRIGGER_SCHEMA = ?");

    public static Structure of(Target target) throws SQLException {
        SortedMap<String, String> parts = new TreeMap<>();
        try (Connection connection = target.connect()) {
            for (String query : QUERIES) {
                try (PreparedStatement statement = connection.prepareStatement(query)) {
                    statement.setString(1, target.schema());
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            parts.put(row.getString(1), String.valueOf(row.getString(2)));
                        }
                    }
                }
            }
        }
        return new Structure(parts);
    }

    /** One part a line, so that a change of structure reads well in a review. */
    public void write(Path file) throws IOException {
        Files.write(
                file,
                parts.entrySet().stream()
                        .map(part -> part.getKey() + BETWEEN + part.getValue().replace('\n', ' '))
                        .toList());
    }

    public static Structure read(Path file) throws IOException {
        SortedMap<String, String> parts = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int between = line.indexOf(BETWEEN);
            parts.put(line.substring(0, between), line.substring(between + BETWEEN.length()));
        }
        return new Structure(parts);
    }

    /** Without the parts of these tables: the histories of other tools, for example. */
    public Structure without(String... tables) {
        SortedMap<String, String> left = new TreeMap<>(parts);
        for (String table : tables) {
            left.keySet().removeIf(path -> path.endsWith(" " + table) || path.contains(" " + table + "."));
        }
        return new Structure(left);
    }

    /** What another has that is different from this, which is how it should be; empty when nothing is. */
    public List<String> drift(Structure other) {
        List<String> drift = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(parts.keySet());
        paths.addAll(other.parts.keySet());
        for (String path : paths) {
            String expected = flat(parts, path);
            String found = flat(other.parts, path);
            if (expected == null) {
                drift.add(path + " should not be there: " + found);
            } else if (found == null) {
                drift.add(path + " is missing: " + expected);
            } else if (!expected.equals(found)) {
                drift.add(path + " is " + found + " instead of " + expected);
            }
        }
        return drift;
    }

    private static String flat(Map<String, String> parts, String path) {
        String part = parts.get(path);
        return part == null ? null : part.replace('\n', ' ');
    }
}
