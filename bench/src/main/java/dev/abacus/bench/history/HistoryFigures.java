package dev.abacus.bench.history;

import dev.abacus.bench.harness.CpuTime;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.NewCompany;
import dev.abacus.bench.harness.Process;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Stack;
import dev.abacus.seed.client.Upload;
import dev.abacus.seed.story.Crew;
import dev.abacus.seed.story.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How fast past sales come in, each time for a company of its own, and whether memory stays flat meanwhile. */
public final class HistoryFigures {

    private static final int RUNS = 3;
    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(250);

    private final Stack stack;
    private final Path data;
    private final Process trade;
    private final Process inventory;

    public HistoryFigures(Stack stack, Path data) {
        this.stack = stack;
        this.data = data;
        this.trade = stack.process("trade-service");
        this.inventory = stack.process("inventory-service");
    }

    /** @param seconds since the upload began */
    private record Memory(double seconds, long tradeMegabytes, long inventoryMegabytes) {}

    private record Run(double takenIn, double posted, Map<String, Double> cpuSeconds, List<Memory> memory) {}

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        HistoryFile file = HistoryFile.in(data);
        List<Run> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(run(file, NewCompany.onboard(stack, new Journal(System.out))));
        }
        results.keep("history", load, speed(file, runs) + "\n\n" + memory(runs) + "\n\n" + work(runs));
    }

    private Run run(HistoryFile file, Crew crew) throws Exception {
        awaited(crew.administrator().upload("inventory"), "products", file.products());
        Upload upload = crew.administrator().upload("trade");
        List<Process> all = Stream.concat(
                        Stream.of(trade, inventory),
                        Stream.of("mariadb", "rocketmq").map(stack::process))
                .toList();
        try (StockBooks books =
                new StockBooks(stack, crew.tenant().shard(), crew.tenant().id().value())) {
            List<Memory> memory = new ArrayList<>();
            CpuTime cpu = CpuTime.from(all);
            long begin = System.nanoTime();
            String id = upload.send("sales-history", file.path()).id();
            double takenIn = 0;
            while (takenIn == 0 || books.unposted() > 0) {
                Thread.sleep(GLANCE);
                memory.add(new Memory(seconds(begin), trade.residentMegabytes(), inventory.residentMegabytes()));
                if (takenIn == 0 && isOver(upload.look(id))) {
                    takenIn = seconds(begin);
                }
                mustNotTakeLongerThan(AT_MOST, begin);
            }
            Run run = new Run(takenIn, seconds(begin), cpu.taken(), memory);
            books.mustHold(file);
            System.out.printf("  %,.0f rows/s%n", file.rows() / run.posted());
            return run;
        }
    }

    private static void awaited(Upload upload, String kind, Path file) throws InterruptedException {
        long begin = System.nanoTime();
        String id = upload.send(kind, file).id();
        while (!isOver(upload.look(id))) {
            Thread.sleep(GLANCE);
            mustNotTakeLongerThan(AT_MOST, begin);
        }
    }

    private static boolean isOver(Upload.Progress progress) {
        if (progress.state() == Upload.State.FAILED || progress.rowsRefused() > 0) {
            throw new IllegalStateException("the import went wrong: " + progress);
        }
        return progress.state() == Upload.State.DONE;
    }

    private static void mustNotTakeLongerThan(Duration limit, long begin) {
        if (seconds(begin) > limit.toSeconds()) {
            throw new IllegalStateException("not done after " + limit.toSeconds() + " s");
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String speed(HistoryFile file, List<Run> runs) {
        List<Double> rates =
                runs.stream().map(run -> file.rows() / run.posted()).toList();
        return new MarkdownTable(
                        "%,d rows of %s, median of %d runs".formatted(file.rows(), file.origin(), RUNS), "s", "rows/s")
                .row(
                        "taken in by trade-service",
                        "%.1f".formatted(Median.of(runs, Run::takenIn)),
                        "%,.0f".formatted(file.rows() / Median.of(runs, Run::takenIn)))
                .row(
                        "end to end: upload until the last row is in the stock ledger",
                        "%.1f".formatted(Median.of(runs, Run::posted)),
                        "**%,.0f** (± %.0f %%)".formatted(Median.of(rates), Median.spreadPercent(rates)))
                .toString();
    }

    /** The last run's, for the services have grown to their size by then. */
    private static String memory(List<Run> runs) {
        List<Memory> samples = runs.getLast().memory();
        var table =
                new MarkdownTable("resident memory in the last run, at", "trade-service, MB", "inventory-service, MB");
        for (int quarter = 0; quarter <= 4; quarter++) {
            Memory at = samples.get((samples.size() - 1) * quarter / 4);
            table.row("%.0f s".formatted(at.seconds()), at.tradeMegabytes(), at.inventoryMegabytes());
        }
        return table.toString();
    }

    private static String work(List<Run> runs) {
        var table = new MarkdownTable("processor time per run", "s");
        runs.getFirst()
                .cpuSeconds()
                .keySet()
                .forEach(process -> table.row(process, "%.1f".formatted(Median.of(runs, run -> run.cpuSeconds()
                        .get(process)))));
        return table.toString();
    }
}
