package dev.abacus.bench.guard;

import dev.abacus.bench.harness.Forks;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Rounds;
import dev.abacus.bench.harness.Stack;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The guard's share of a query's time. JMH would run all forks of one source and then all of the other; here they take
 * turns, a fork each.
 */
public final class GuardFigures {

    private static final int ROUNDS = 5;
    private static final int ROUNDS_ALONE = 3;

    private final Stack stack;

    public GuardFigures(Stack stack) {
        this.stack = stack;
    }

    /** Nanoseconds by the benchmark's method. */
    private record Fork(Map<String, Double> nanos) {}

    public void measure(Results results) throws SQLException {
        String load = Machine.loadAverage();
        Shelf.stock(stack);
        Map<String, Supplier<Fork>> sources = new LinkedHashMap<>();
        sources.put(QueryBenchmark.BARE, () -> query(QueryBenchmark.BARE));
        sources.put(QueryBenchmark.GUARDED, () -> query(QueryBenchmark.GUARDED));
        Map<String, List<Fork>> queries = Rounds.interleaved(ROUNDS, sources);
        List<Fork> alone = Rounds.<Fork>interleaved(ROUNDS_ALONE, Map.of("alone", this::inspection))
                .get("alone");
        Shelf.clear(stack);
        results.keep("guard", load, queryTable(queries) + "\n\n" + aloneTable(alone));
    }

    private static String queryTable(Map<String, List<Fork>> queries) {
        var table = new MarkdownTable(
                "prepared query over MariaDB",
                "past the guard, µs",
                "through it, µs",
                "the guard's share",
                "± of rounds");
        row(table, "one row by its key", "oneRow", queries);
        row(table, "a page of " + Shelf.PAGE + " rows, 7 columns each", "pageOfRows", queries);
        return table.toString();
    }

    private static void row(MarkdownTable table, String title, String method, Map<String, List<Fork>> queries) {
        List<Double> bare = nanos(queries.get(QueryBenchmark.BARE), method);
        List<Double> guarded = nanos(queries.get(QueryBenchmark.GUARDED), method);
        double share = 100 * (Median.of(guarded) - Median.of(bare)) / Median.of(guarded);
        table.row(
                title,
                "%.1f".formatted(Median.of(bare) / 1000),
                "%.1f".formatted(Median.of(guarded) / 1000),
                "%.1f %%".formatted(share),
                "%.1f %%".formatted(Math.max(Median.spreadPercent(bare), Median.spreadPercent(guarded))));
    }

    private static String aloneTable(List<Fork> alone) {
        return new MarkdownTable("the guard alone, per statement", "ns")
                .row("remembered", "%,.0f".formatted(Median.of(nanos(alone, "remembered"))))
                .row("never seen before", "%,.0f".formatted(Median.of(nanos(alone, "unseen"))))
                .toString();
    }

    private static List<Double> nanos(List<Fork> forks, String method) {
        return forks.stream().map(fork -> fork.nanos().get(method)).toList();
    }

    private Fork query(String source) {
        return new Fork(Forks.run(
                Forks.options(QueryBenchmark.class).param("source", source).param("url", stack.jdbcUrl(Shelf.SCHEMA))));
    }

    private Fork inspection() {
        return new Fork(Forks.run(Forks.options(InspectionBenchmark.class)));
    }
}
