package dev.abacus.seed.story;

import dev.abacus.seed.client.Desk;
import dev.abacus.seed.client.Upload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A file of real sales, brought along with {@code --history}, and how fast it comes in. */
public final class HistoryLoad {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final List<String> WORKERS = List.of("trade-service", "inventory-service");

    private final Desk desk;
    private final Journal journal;
    private final Memory memory;

    public HistoryLoad(Crew crew, Journal journal, Memory memory) {
        this.desk = crew.administrator();
        this.journal = journal;
        this.memory = memory;
    }

    public void load(Path file) {
        History history =
                journal.step("read " + file.getFileName(), () -> History.of(file), read -> "%,d rows of %d products"
                        .formatted(read.rows(), read.skus().size()));
        journal.step("make the products", () -> {
            Path products = Sheets.products(history.skus());
            return Intake.take(desk.upload("inventory"), "products", products, PATIENCE)
                            .rowsRead() + " there";
        });
        String before = memory.of(WORKERS);
        journal.step("import " + file.getFileName(), () -> timed(history));
        journal.step("resident memory", () -> "before " + before + "; after " + memory.of(WORKERS));
        journal.step("compare with the ledger", () -> {
            Ledger ledger = new Ledger(desk);
            List<String> skus = List.copyOf(history.skus());
            return ledger.compare(history, skus.getFirst()) + "; " + ledger.compare(history, skus.getLast());
        });
    }

    /** From the first byte sent to the last row in the other service's ledger. */
    private String timed(History history) {
        long begin = System.nanoTime();
        Upload.Progress done = Intake.take(desk.upload("trade"), "sales-history", history.file(), PATIENCE);
        double taken = secondsSince(begin);
        new Ledger(desk).awaitLast(history, PATIENCE);
        double posted = secondsSince(begin);
        return "%,d rows; taken in %.1f s (%,.0f rows/s), in the stock ledger after %.1f s (%,.0f rows/s)"
                .formatted(done.rowsRead(), taken, done.rowsRead() / taken, posted, done.rowsRead() / posted);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
