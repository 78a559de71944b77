package dev.abacus.sql.review.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column's type, as far as one can be said to hold whatever another does.
 *
 * @param name in small letters
 * @param arguments in parentheses behind it
 */
record ColumnType(String name, List<String> arguments, boolean unsigned) {

    private static final List<String> INTEGERS = List.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");
    private static final List<String> BLOBS = List.of("tinyblob", "blob", "mediumblob", "longblob");

    static ColumnType of(String written) {
        String text = written.toLowerCase(Locale.ROOT).strip();
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        String name = (open < 0 ? text.split("\\s", 2)[0] : text.substring(0, open)).strip();
        List<String> arguments = open < 0
                ? List.of()
                : Stream.of(text.substring(open + 1, close).split(","))
                        .map(String::strip)
                        .toList();
        return new ColumnType(synonym(name), arguments, text.contains("unsigned"));
    }

    private static String synonym(String name) {
        return switch (name) {
            case "integer" -> "int";
            case "numeric", "dec" -> "decimal";
            case "boolean", "bool" -> "tinyint";
            default -> name;
        };
    }

    boolean isText() {
        return name.equals("varchar") || name.equals("char") || TEXTS.contains(name);
    }

    /** Whether every value of the other fits; false also when we do not know. */
    boolean holds(ColumnType other) {
        return isAtLeast(INTEGERS, other) && unsigned == other.unsigned
                || isAtLeast(TEXTS, other)
                || isAtLeast(BLOBS, other)
                || TEXTS.indexOf(name) >= 1 && other.name.equals("varchar")
                || name.equals("decimal") && other.name.equals("decimal") && holdsDecimal(other)
                || name.equals("enum") && other.name.equals("enum") && beginsWith(other)
                || sized() && name.equals(other.name) && length() >= other.length();
    }

    private boolean isAtLeast(List<String> ranks, ColumnType other) {
        return ranks.contains(other.name) && ranks.indexOf(name) >= ranks.indexOf(other.name);
    }

    private boolean sized() {
        return List.of("varchar", "char", "binary", "varbinary", "datetime", "time", "timestamp", "date", "json")
                .contains(name);
    }

    /** Up to 255 bytes a row says the length in one; four bytes a letter are the safe guess. */
    boolean keepsLengthByte(ColumnType other) {
        return length() * 4 <= 255 == other.length() * 4 <= 255;
    }

    private int length() {
        return arguments.isEmpty() ? 0 : Integer.parseInt(arguments.getFirst());
    }

    private boolean holdsDecimal(ColumnType other) {
        int scale = argument(1, 0);
        int otherScale = other.argument(1, 0);
        return scale >= otherScale
                && argument(0, 10) - scale >= other.argument(0, 10) - otherScale
                && unsigned == other.unsigned;
    }

    private int argument(int index, int otherwise) {
        return arguments.size() > index ? Integer.parseInt(arguments.get(index)) : otherwise;
    }

    private boolean beginsWith(ColumnType other) {
        return arguments.size() >= other.arguments.size()
                && arguments.subList(0, other.arguments.size()).equals(other.arguments);
    }
}
