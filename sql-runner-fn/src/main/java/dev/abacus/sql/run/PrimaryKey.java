package dev.abacus.sql.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Along which a table's rows are walked. */
record PrimaryKey(String table, List<Part> parts) {

    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year");
    private static final Set<String> TEXTS = Set.of("char", "varchar", "date", "datetime", "timestamp", "time", "uuid");
    private static final String SEPARATOR = "\u001F";

    record Part(String column, boolean number) {
        /** A number in quotes would be compared as a floating one, and ids are longer than those are exact. */
        String literal(String value) {
            return number ? value : Sql.literal(value);
        }
    }

    /** @throws IllegalArgumentException when there is none, or none whose values can be written down exactly */
    static PrimaryKey of(Connection connection, Target target, String table) throws SQLException {
        List<Part> parts = new ArrayList<>();
        for (List<String> row : Sql.rows(
                connection,
                "SELECT c.COLUMN_NAME, c.DATA_TYPE FROM information_schema.STATISTICS s"
                        + " JOIN information_schema.COLUMNS c ON c.TABLE_SCHEMA = s.TABLE_SCHEMA"
                        + " AND c.TABLE_NAME = s.TABLE_NAME AND c.COLUMN_NAME = s.COLUMN_NAME"
                        + " WHERE s.TABLE_SCHEMA = " + Sql.literal(target.schema()) + " AND s.TABLE_NAME = "
                        + Sql.literal(table) + " AND s.INDEX_NAME = 'PRIMARY' ORDER BY s.SEQ_IN_INDEX")) {
            String type = row.get(1);
            if (!NUMBERS.contains(type) && !TEXTS.contains(type)) {
                throw new IllegalArgumentException(table + "'s primary key has a column of type " + type);
            }
            parts.add(new Part(row.get(0), NUMBERS.contains(type)));
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(table + " has no primary key to walk along");
        }
        return new PrimaryKey(table, parts);
    }

    List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }

    String list() {
        return String.join(", ", columns().stream().map(Sql::name).toList());
    }

    static String write(List<String> key) {
        return String.join(SEPARATOR, key);
    }

    static List<String> parse(String written) {
        return List.of(written.split(SEPARATOR, -1));
    }

    /**
     * Rows beyond one key and up to another, in the form that the optimizer reads as ranges; it does not do so with row
     * values.
     *
     * @param after null for the beginning
     * @param upTo null for the end
     */
    String range(String as, List<String> after, List<String> upTo) {
        List<String> both = new ArrayList<>();
        if (after != null) {
            both.add(compare(as, after, ">", ">"));
        }
        if (upTo != null) {
            both.add(compare(as, upTo, "<", "<="));
        }
        return both.isEmpty() ? "TRUE" : String.join(" AND ", both);
    }

    private String compare(String as, List<String> key, String strictly, String last) {
        List<String> alternatives = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<String> all = new ArrayList<>();
            for (int equal = 0; equal < i; equal++) {
                all.add(column(as, equal) + " = " + parts.get(equal).literal(key.get(equal)));
            }
            String operator = i == parts.size() - 1 ? last : strictly;
            all.add(column(as, i) + " " + operator + " " + parts.get(i).literal(key.get(i)));
            alternatives.add("(" + String.join(" AND ", all) + ")");
        }
        return "(" + String.join(" OR ", alternatives) + ")";
    }

    private String column(String as, int index) {
        return Sql.name(as) + "." + Sql.name(parts.get(index).column());
    }
}
