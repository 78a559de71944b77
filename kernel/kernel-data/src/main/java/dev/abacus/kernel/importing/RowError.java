package dev.abacus.kernel.importing;

import dev.abacus.kernel.domain.DomainException;
import java.util.Locale;

/** Why one row was not taken; the rows around it are. It goes into the error report, so it is said in the uploader's words. */
public final class RowError extends RuntimeException {

    private final String column;
    private final String code;

    /** @param column the column at fault; empty when it is the row as a whole */
    public RowError(String column, String code, String message) {
        // A file may have as many of these as rows: no stack trace.
        super(message, null, false, false);
        this.column = column;
        this.code = code;
    }

    /** A rule of the business that the row breaks. The API's {@code saleUnit} is the column {@code sale_unit}. */
    public static RowError of(DomainException refusal) {
        String field = refusal.properties().getOrDefault("field", "").toString();
        String column = field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return new RowError(column, refusal.code(), refusal.getMessage());
    }

    public String column() {
        return column;
    }

    public String code() {
        return code;
    }
}
