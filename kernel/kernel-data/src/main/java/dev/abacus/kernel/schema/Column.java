package dev.abacus.kernel.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnAttributeContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.ColumnDefinitionContext;
import org.apache.shardingsphere.sql.parser.autogen.MySQLStatementParser.FieldDefinitionContext;

/**
 * A column as a migration defines it.
 *
 * @param type the type's first word, without its size
 * @param size the numbers behind it, if any
 * @param traits the rest of the type, and attributes other than those below, each as it is written
 * @param defaultValue null when it has none
 */
record Column(String name, String type, List<Integer> size, List<String> traits, boolean notNull, String defaultValue) {

    private static final Pattern SIZED = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)(.*)");

    /** Within each list, what comes later holds whatever fits what comes earlier. */
    private static final List<List<String>> EVER_WIDER = List.of(
            List.of("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT"),
            List.of("TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT"),
            List.of("TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB"));

    private static final List<String> LONGER_IS_WIDER = List.of("VARCHAR", "VARBINARY", "CHAR");
    private static final List<String> DECIMALS = List.of("DECIMAL", "NUMERIC", "DEC");

    static Column of(ColumnDefinitionContext definition) {
        return of(Grammar.name(definition.column_name), definition.fieldDefinition());
    }

    static Column of(String name, FieldDefinitionContext field) {
        String whole = field.dataType().getText();
        String type = field.dataType().getStart().getText().toUpperCase(Locale.ROOT);
        String rest = whole.substring(type.length());
        List<Integer> size = new ArrayList<>();
        Matcher sized = SIZED.matcher(rest);
        if (sized.matches()) {
            size.add(Integer.valueOf(sized.group(1)));
            if (sized.group(2) != null) {
                size.add(Integer.valueOf(sized.group(2)));
            }
            rest = sized.group(3);
        }
        List<String> traits = new ArrayList<>();
        boolean notNull = false;
        String defaultValue = null;
        for (var child : Grammar.children(field).skip(1).toList()) {
            if (child instanceof ColumnAttributeContext attribute && attribute.COMMENT() != null) {
                continue;
            } else if (child instanceof ColumnAttributeContext attribute && isNullness(attribute)) {
                notNull = attribute.NOT() != null;
            } else if (child instanceof ColumnAttributeContext attribute && attribute.DEFAULT() != null) {
                defaultValue = folded(attribute.getText().substring("DEFAULT".length()));
            } else {
                traits.add(folded(child.getText()));
            }
        }
        if (!rest.isEmpty()) {
            traits.addFirst(folded(rest));
        }
        return new Column(name, normal(type), List.copyOf(size), List.copyOf(traits), notNull, defaultValue);
    }

    private static boolean isNullness(ColumnAttributeContext attribute) {
        return attribute.NULL() != null && attribute.DEFAULT() == null && attribute.SECONDARY() == null;
    }

    /** In what is quoted, small letters are not capital ones. */
    private static String folded(String text) {
        return text.contains("'") ? text : text.toUpperCase(Locale.ROOT);
    }

    private static String normal(String type) {
        return type.equals("INTEGER") ? "INT" : type;
    }

    Column named(String other) {
        return new Column(other, type, size, traits, notNull, defaultValue);
    }

    /** Whether an INSERT of somebody who does not know it leaves NULL in it. */
    boolean nullWhenLeftOut() {
        return !notNull && (defaultValue == null || defaultValue.equals("NULL"));
    }

    boolean mayBeLeftOut() {
        return !notNull || defaultValue != null;
    }

    /** Whether whatever reads and writes {@code earlier} can go on with this one. */
    boolean onlyWidens(Column earlier) {
        return notNull == earlier.notNull
                && String.valueOf(defaultValue).equals(String.valueOf(earlier.defaultValue))
                && traits.equals(earlier.traits)
                && (sameType(earlier) || longer(earlier) || wider(earlier));
    }

    private boolean sameType(Column earlier) {
        return type.equals(earlier.type) && size.equals(earlier.size);
    }

    private boolean longer(Column earlier) {
        if (!type.equals(earlier.type) || size.isEmpty() || size.size() != earlier.size.size()) {
            return false;
        }
        boolean moreOfTheSame = size.getFirst() >= earlier.size.getFirst()
                && size.getLast().equals(size.size() == 1 ? size.getFirst() : earlier.size.getLast());
        return moreOfTheSame && (LONGER_IS_WIDER.contains(type) || DECIMALS.contains(type));
    }

    private boolean wider(Column earlier) {
        return EVER_WIDER.stream()
                .anyMatch(types -> types.contains(earlier.type) && types.indexOf(type) > types.indexOf(earlier.type));
    }

    @Override
    public String toString() {
        String sized = size.isEmpty()
                ? type
                : type + size.toString().replace("[", "(").replace("]", ")").replace(" ", "");
        return sized
                + (traits.isEmpty() ? "" : " " + String.join(" ", traits))
                + (notNull ? " NOT NULL" : "")
                + (defaultValue == null ? "" : " DEFAULT " + defaultValue);
    }
}
