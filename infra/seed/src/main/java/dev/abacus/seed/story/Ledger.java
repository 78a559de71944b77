package dev.abacus.seed.story;

import dev.abacus.inventory.api.LedgerEntryView;
import dev.abacus.seed.client.Desk;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The stock ledger, compared with the file that its past was read from. */
final class Ledger {

    private static final Set<String> SALES = Set.of("sale", "promotion-sale");
    private static final int PAGE = 200;

    private final Desk desk;

    Ledger(Desk desk) {
        this.desk = desk;
    }

    /** Waits until the file's last row is there; those before it are then there too, for they come in order. */
    void awaitLast(History history, Duration patience) {
        History.Row last = history.last();
        Expect.within(
                patience,
                "the last sale, " + last + ", is in the ledger",
                () -> desk.stock()
                        .ledger(last.sku(), null, last.date(), last.date(), PAGE, null)
                        .items(),
                entries -> entries.stream().anyMatch(Ledger::isSale));
    }

    /** @return what was found, in words */
    String compare(History history, String sku) {
        History.Total expected = history.totals().get(sku);
        List<LedgerEntryView> sales =
                Pages.all(cursor -> desk.stock()
                                .ledger(sku, null, null, history.last().date(), PAGE, cursor))
                        .stream()
                        .filter(Ledger::isSale)
                        .toList();
        BigDecimal pieces = sales.stream()
                .map(entry -> entry.quantity().amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Expect.that("the days on which " + sku + " was sold", (long) sales.size(), expected.days());
        Expect.that("the pieces of " + sku + " sold", pieces, expected.pieces());
        return "%,.0f of %s on %,d days".formatted(pieces, sku, sales.size());
    }

    private static boolean isSale(LedgerEntryView entry) {
        return SALES.contains(entry.reason());
    }
}
