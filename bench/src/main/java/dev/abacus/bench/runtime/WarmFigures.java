package dev.abacus.bench.runtime;

import dev.abacus.bench.harness.ClosedLoop;
import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Process;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Rounds;
import dev.abacus.bench.harness.Stack;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls that are waited for, of a function that is there: on the runtime, through the suite's gateway, and in processes. */
public final class WarmFigures {

    private static final String FUNCTION = "warm";
    private static final int CALLERS = 8;
    private static final int ROUNDS = 10;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private final Stack stack;
    private final String name;

    /** @param name of the table that is written */
    public WarmFigures(Stack stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    /** Where the function is called, and which processes work for it. */
    private record Place(Greeted function, List<Process> processes) {

        double cpuSeconds() {
            return processes.stream().mapToDouble(Process::cpuSeconds).sum();
        }
    }

    private record Round(ClosedLoop.Outcome outcome, double cpuSeconds) {

        double cpuMicros() {
            return cpuSeconds * 1e6 / outcome.micros().size();
        }
    }

    public void measure(Results results) {
        String load = Machine.loadAverage();
        var desk = new Desk(stack);
        desk.deploy(FUNCTION);
        try (JavaProgram spring = Peers.spring(stack);
                JavaProgram tomcat = Peers.tomcat(stack)) {
            Greeted direct = desk.atTheDispatcher(FUNCTION, "");
            List<Process> runtime = List.of(stack.process("function-dispatcher"), worker(direct));
            List<Process> all = Stream.concat(runtime.stream(), Stream.of(stack.process("gateway")))
                    .toList();
            Map<String, Place> places = new LinkedHashMap<>();
            places.put("**the runtime**, at the dispatcher", new Place(direct, runtime));
            places.put("**the runtime**, through the gateway", new Place(desk.throughTheGateway(FUNCTION), all));
            places.put(Peers.SPRING, new Place(Peers.ready(spring), List.of(spring.counted())));
            places.put(Peers.TOMCAT, new Place(Peers.ready(tomcat), List.of(tomcat.counted())));
            places.values().forEach(place -> ClosedLoop.run(CALLERS, WARM_UP, place.function()::call));
            results.keep(name, load, table(measured(places)));
        } finally {
            desk.remove(FUNCTION);
        }
    }

    /** The one that works when the function is called; others wait for a first function, or go. */
    private Process worker(Greeted function) {
        Process dispatcher = stack.process("function-dispatcher");
        function.call();
        Map<Process, Double> before =
                dispatcher.children().stream().collect(Collectors.toMap(child -> child, Process::cpuSeconds));
        ClosedLoop.run(CALLERS, WARM_UP, function::call);
        return before.keySet().stream()
                .filter(dispatcher.children()::contains)
                .max(Comparator.comparingDouble(child -> child.cpuSeconds() - before.get(child)))
                .orElseThrow();
    }

    private static Map<String, List<Round>> measured(Map<String, Place> places) {
        Map<String, Supplier<Round>> ways = new LinkedHashMap<>();
        places.forEach((name, place) -> ways.put(name, () -> round(place)));
        return Rounds.interleaved(ROUNDS, ways);
    }

    private static Round round(Place place) {
        double before = place.cpuSeconds();
        ClosedLoop.Outcome outcome = ClosedLoop.run(CALLERS, ROUND, place.function()::call);
        return new Round(outcome, place.cpuSeconds() - before);
    }

    private static String table(Map<String, List<Round>> measured) {
        var table = new MarkdownTable("per call", "CPU, µs", "±", "calls/s", "p50, ms", "p99, ms");
        measured.forEach((name, rounds) -> table.row(
                name,
                "%.0f".formatted(Median.of(rounds, Round::cpuMicros)),
                "%.0f"
                        .formatted(Median.uncertainty(
                                rounds.stream().map(Round::cpuMicros).toList())),
                "%.0f".formatted(Median.of(rounds, round -> round.outcome().perSecond())),
                "%.2f".formatted(Median.of(rounds, round -> round.outcome().millisAt(0.5))),
                "%.2f".formatted(Median.of(rounds, round -> round.outcome().millisAt(0.99)))));
        return table.toString();
    }
}
