package dev.abacus.trade.importing.application;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.importing.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which header of a file means which column, as its uploader says it: {@code quantity:Units sold}. A column that he does
 * not mention is found by its own name or its aliases; of one that he does mention, no other header is taken for it.
 */
public final class ColumnMapping {

    private static final int LONGEST_HEADER = 200;

    private final List<Column> columns;
    private final Map<String, String> columnsByHeader;

    private ColumnMapping(List<Column> columns, Map<String, String> columnsByHeader) {
        this.columns = columns;
        this.columnsByHeader = columnsByHeader;
    }

    /**
     * @param stated each {@code column:header}; the header may have colons itself
     * @param columns what the file may have
     * @throws InvalidValue when one is not of this form, names no column, or a column or header is there twice
     */
    public static ColumnMapping of(List<String> stated, List<Column> columns) {
        Map<String, String> headersByColumn = new HashMap<>();
        Map<String, String> columnsByHeader = new TreeMap<>();
        for (String pair : stated) {
            int colon = pair.indexOf(':');
            String column = pair.substring(0, Math.max(colon, 0)).strip();
            String header = plain(pair.substring(colon + 1));
            if (columns.stream().noneMatch(known -> known.name().equals(column))) {
                throw refused("'" + pair + "' is not one of " + names(columns) + ", a colon and a header of the file");
            }
            if (header.isEmpty()
                    || header.length() > LONGEST_HEADER
                    || !header.lines().toList().equals(List.of(header))) {
                throw refused("a header is one line of 1 to " + LONGEST_HEADER + " characters");
            }
            if (headersByColumn.put(column, header) != null || columnsByHeader.put(header, column) != null) {
                throw refused("'" + pair + "' says twice what a column or a header means");
            }
        }
        return new ColumnMapping(columns, columnsByHeader);
    }

    public boolean isEmpty() {
        return columnsByHeader.isEmpty();
    }

    /**
     * The headers by the names of the columns that they mean.
     *
     * @throws InvalidValue when a header of the mapping is not there, or there twice
     */
    List<String> renamed(List<String> headers) {
        for (String wanted : columnsByHeader.keySet()) {
            long found = headers.stream()
                    .map(ColumnMapping::plain)
                    .filter(wanted::equals)
                    .count();
            if (found != 1) {
                throw refused("the file has " + found + " headers '" + wanted + "'");
            }
        }
        return headers.stream().map(this::renamed).toList();
    }

    private String renamed(String header) {
        String meant = columnsByHeader.get(plain(header));
        if (meant != null) {
            return meant;
        }
        return columns.stream().anyMatch(column -> isTaken(column) && couldMean(header, column)) ? "" : header;
    }

    private boolean isTaken(Column column) {
        return columnsByHeader.containsValue(column.name());
    }

    private static boolean couldMean(String header, Column column) {
        return column.name().equals(plain(header)) || column.aliases().contains(plain(header));
    }

    /** As headers are compared everywhere: without blanks at the ends, and without regard to case. */
    private static String plain(String header) {
        return header.strip().toLowerCase(Locale.ROOT);
    }

    private static String names(List<Column> columns) {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    private static InvalidValue refused(String why) {
        return new InvalidValue("column", why);
    }
}
