package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.Forks;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Rounds;
import java.util.List;
import java.util.Map;

/** The gateway's decision, in memory. */
public final class DecisionFigures {

    private static final int ROUNDS = 3;

    public void measure(Results results) {
        String load = Machine.loadAverage();
        List<Map<String, Double>> forks = Rounds.<Map<String, Double>>interleaved(
                        ROUNDS, Map.of("decision", () -> Forks.run(Forks.options(DecisionBenchmark.class))))
                .get("decision");
        var table = new MarkdownTable("a decision, 100,000 named tenants on 50 lanes", "ns", "± of rounds");
        row(table, "a tenant that a list names", "named", forks);
        row(table, "a tenant that 50 percentages are asked for", "drawn", forks);
        row(table, "the same for the first time since the rules changed", "drawnForTheFirstTime", forks);
        row(table, "new rules taken up, once", "compiled", forks);
        results.keep("lanes-decision", load, table.toString());
    }

    private static void row(MarkdownTable table, String title, String method, List<Map<String, Double>> forks) {
        List<Double> nanos = forks.stream().map(fork -> fork.get(method)).toList();
        table.row(title, "%,.0f".formatted(Median.of(nanos)), "%.1f %%".formatted(Median.spreadPercent(nanos)));
    }
}
