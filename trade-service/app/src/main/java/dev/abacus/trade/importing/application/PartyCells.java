package dev.abacus.trade.importing.application;

import dev.abacus.kernel.importing.Row;
import dev.abacus.kernel.importing.RowError;
import java.util.Currency;

/** The cells that files of customers and of suppliers have in common. */
final class PartyCells {

    private PartyCells() {}

    static Currency currency(Row row) {
        String code = row.text("currency");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new RowError("currency", "not-a-currency", "currency is not one of ISO 4217, such as CNY");
        }
    }

    static String optional(Row row, String column, int longest) {
        return row.optional(column).isEmpty() ? null : row.text(column, longest);
    }
}
