package dev.abacus.inventory.stock.domain;

import dev.abacus.inventory.stock.LedgerEntry;
import dev.abacus.kernel.domain.InvalidValue;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A place in the ledger's order, as a cursor tells it. */
public record LedgerPosition(LocalDate occurredOn, long id) {

    public static LedgerPosition of(LedgerEntry entry) {
        return new LedgerPosition(entry.movement().occurredOn(), entry.id());
    }

    public static LedgerPosition parse(String text) {
        try {
            int bar = text.indexOf('|');
            return new LedgerPosition(LocalDate.parse(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1)));
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new InvalidValue("cursor", "this cursor was not given out by this list");
        }
    }

    @Override
    public String toString() {
        return occurredOn + "|" + id;
    }
}
