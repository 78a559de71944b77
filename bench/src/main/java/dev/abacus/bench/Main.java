package dev.abacus.bench;

import dev.abacus.bench.guard.GuardFigures;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Stack;
import dev.abacus.bench.history.HistoryFigures;
import dev.abacus.bench.lanes.DecisionFigures;
import dev.abacus.bench.lanes.GatewayFigures;
import dev.abacus.bench.lanes.HopFigures;
import dev.abacus.bench.lanes.InstanceFigures;
import dev.abacus.bench.lanes.MessageFigures;
import dev.abacus.bench.lanes.RuleFigures;
import dev.abacus.bench.placing.PlacingFigures;
import dev.abacus.bench.runtime.DurableFigures;
import dev.abacus.bench.runtime.StartFigures;
import dev.abacus.bench.runtime.WarmFigures;
import dev.abacus.bench.sql.SqlFigures;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench/run [WHAT]}: measures one thing or all, on a stack that is up, and keeps the figures in RESULTS.md. */
final class Main {

    private interface Measurement {
        void into(Results results) throws Exception;
    }

    /** Only by its name: it is of a stack with other flags than all the rest is measured with. */
    private static final String COMPILED = "functions-compiled";

    private Main() {}

    /** Ends the process however it goes: clients of the registry and of the broker leave threads behind. */
    public static void main(String[] arguments) {
        try {
            measure(arguments[0]);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void measure(String what) throws Exception {
        Stack stack = Stack.ofEnvironment();
        Map<String, Measurement> measurements = new LinkedHashMap<>();
        measurements.put("guard", new GuardFigures(stack)::measure);
        measurements.put("lanes-decision", new DecisionFigures()::measure);
        measurements.put("lanes-hop", new HopFigures(stack)::measure);
        measurements.put("lanes-gateway", new GatewayFigures(stack)::measure);
        measurements.put("lanes-messages", new MessageFigures(stack)::measure);
        measurements.put("lanes-rules", new RuleFigures(stack)::measure);
        measurements.put("lanes-instances", new InstanceFigures(stack)::measure);
        measurements.put("functions-start", new StartFigures(stack)::measure);
        measurements.put("functions-warm", new WarmFigures(stack, "functions-warm")::measure);
        measurements.put(COMPILED, new WarmFigures(stack, COMPILED)::measure);
        measurements.put("functions-durable", new DurableFigures(stack)::measure);
        measurements.put("sql", new SqlFigures(stack)::measure);
        measurements.put("placing", new PlacingFigures(stack)::measure);
        Path data = Path.of(System.getProperty("abacus.bench.data"));
        measurements.put("history", results -> new HistoryFigures(stack, data).measure(results));
        List<String> chosen = measurements.keySet().stream()
                .filter(name -> name.equals(what)
                        || !name.equals(COMPILED) && (what.equals("all") || name.startsWith(what + "-")))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no " + what + ", only all, lanes, functions and " + measurements.keySet());
        }
        Results results = new Results(Path.of(System.getProperty("abacus.bench.results")));
        for (String name : chosen) {
            System.out.println("measuring: " + name);
            measurements.get(name).into(results);
        }
    }
}
