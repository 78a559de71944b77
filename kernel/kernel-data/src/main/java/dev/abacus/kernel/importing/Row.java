package dev.abacus.kernel.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One row of a file, its cells by the names of the importer's columns, trimmed; an empty cell is an absent one. */
public final class Row {

    private static final int LONGEST_NUMBER = 40;

    private final long line;
    private final Map<String, Integer> positions;
    private final List<String> cells;

    Row(long line, Map<String, Integer> positions, List<String> cells) {
        this.line = line;
        this.positions = positions;
        this.cells = cells;
    }

    /** The line of the file that the row begins on; the header is line 1. */
    public long line() {
        return line;
    }

    public Optional<String> optional(String column) {
        Integer position = positions.get(column);
        if (position == null || position >= cells.size()) {
            return Optional.empty();
        }
        String cell = cells.get(position).strip();
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /** @throws RowError {@code missing} when the cell is empty */
    public String text(String column) {
        return optional(column).orElseThrow(() -> new RowError(column, "missing", column + " is empty"));
    }

    /** @throws RowError {@code missing}, or {@code too-long} when the cell has more than {@code longest} characters */
    public String text(String column, int longest) {
        String text = text(column);
        if (text.length() > longest) {
            throw new RowError(column, "too-long", column + " has more than " + longest + " characters");
        }
        return text;
    }

    /** @throws RowError {@code missing} or {@code not-a-number} */
    public BigDecimal decimal(String column) {
        String text = text(column);
        try {
            // 1e999999999 is a legal BigDecimal of four bytes that explodes on the first sum.
            if (text.length() <= LONGEST_NUMBER && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw new RowError(column, "not-a-number", column + " is not a number: " + shortened(text));
    }

    /** @throws RowError {@code missing} or {@code not-a-number} */
    public int wholeNumber(String column) {
        try {
            return decimal(column).intValueExact();
        } catch (ArithmeticException e) {
            throw new RowError(column, "not-a-number", column + " is not a whole number: " + shortened(text(column)));
        }
    }

    /** An ISO date, {@code 2026-11-20}. @throws RowError {@code missing} or {@code not-a-date} */
    public LocalDate date(String column) {
        String text = text(column);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RowError(column, "not-a-date", column + " is not a date like 2026-11-20: " + shortened(text));
        }
    }

    /** Yes for 1, true, yes; no for 0, false, no and an empty cell. @throws RowError {@code not-a-flag} */
    public boolean flag(String column) {
        return switch (optional(column).orElse("0").toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> true;
            case "0", "false", "no" -> false;
            default ->
                throw new RowError(column, "not-a-flag", column + " is neither 1 nor 0: " + shortened(text(column)));
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NUMBER ? text : text.substring(0, LONGEST_NUMBER) + "…";
    }
}
