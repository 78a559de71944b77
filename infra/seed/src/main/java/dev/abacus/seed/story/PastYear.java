package dev.abacus.seed.story;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** The year before a company came: its sales, invented, imported like anybody's. */
public final class PastYear {

    private static final Duration A_YEAR_OF_ROWS = Duration.ofMinutes(5);

    private final Crew crew;
    private final Journal journal;

    public PastYear(Crew crew, Journal journal) {
        this.crew = crew;
        this.journal = journal;
    }

    public void live() {
        // The day of onboarding, and not today, so that a second telling brings the same file.
        LocalDate until = LocalDate.ofInstant(
                crew.tenant().createdAt(), ZoneId.of(crew.company().timeZone()));
        History history = History.of(Sheets.history(crew.company(), until.minusYears(1), until));
        journal.step("import a year of sales", () -> {
            long rows = Intake.take(
                            crew.administrator().upload("trade"), "sales-history", history.file(), A_YEAR_OF_ROWS)
                    .rowsRead();
            return rows + " rows of " + history.skus().size() + " products";
        });
        journal.step("find it in the stock ledger", () -> {
            Ledger ledger = new Ledger(crew.administrator());
            ledger.awaitLast(history, A_YEAR_OF_ROWS);
            return ledger.compare(history, Goods.of(crew.company()).plain().sku()) + " and "
                    + ledger.compare(history, Goods.of(crew.company()).scarce().sku());
        });
    }
}
