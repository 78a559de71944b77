package dev.abacus.bench;

import dev.abacus.bench.guard.GuardFigures;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Stack;
import dev.abacus.bench.history.HistoryFigures;
import dev.abacus.bench.lanes.LaneFigures;
import dev.abacus.bench.placing.PlacingFigures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench/run [WHAT]}: measures one thing or all, on a stack that is up, and keeps the figures in RESULTS.md. */
final class Main {

    private interface Measurement {
        void into(Results results) throws Exception;
    }

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Stack stack = Stack.ofEnvironment();
        Map<String, Measurement> measurements = new LinkedHashMap<>();
        measurements.put("guard", new GuardFigures(stack)::measure);
        measurements.put("lanes", new LaneFigures()::measure);
        measurements.put("placing", new PlacingFigures(stack)::measure);
        Path data = Path.of(System.getProperty("abacus.bench.data"));
        measurements.put("history", results -> new HistoryFigures(stack, data).measure(results));
        String what = arguments[0];
        if (!what.equals("all") && !measurements.containsKey(what)) {
            System.err.println("bench: there is no " + what + ", only all and " + measurements.keySet());
            System.exit(2);
        }
        Results results = new Results(Path.of(System.getProperty("abacus.bench.results")));
        for (String name : what.equals("all") ? measurements.keySet() : List.of(what)) {
            System.out.println("measuring: " + name);
            measurements.get(name).into(results);
        }
    }
}
