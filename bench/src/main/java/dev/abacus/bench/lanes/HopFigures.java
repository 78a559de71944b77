package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.ClassPath;
import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.JavaProgram.Start;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Rounds;
import dev.abacus.bench.harness.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a lane adds to a call from one service to the next: the balancer and the baggage at the caller's, the baggage at
 * the receiver's. The same program with lane-client and without, two processes of each.
 */
public final class HopFigures {

    private static final String MAIN = "dev.abacus.bench.programs.hop.Hop";
    private static final ClassPath WITH_LANES = ClassPath.of("bench/programs");
    private static final String LANE = FiftyLanes.FIRST_LANE.toString();
    private static final int CALLS = 10_000;
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 6;

    private final Stack stack;

    public HopFigures(Stack stack) {
        this.stack = stack;
    }

    /** Microseconds per call. */
    private record Round(double wall, double cpu) {}

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        try (var echoes = new Echoes(stack, GatewayFigures.NAMESPACE);
                var plain1 = start("plain-hop-1", WITH_LANES.without("lane-client"));
                var lanes1 = start("lanes-hop-1", WITH_LANES);
                var lanes2 = start("lanes-hop-2", WITH_LANES);
                var plain2 = start("plain-hop-2", WITH_LANES.without("lane-client"))) {
            echoes.with(Echoes.SERVICE, Echoes.BASELINE)
                    .with(Echoes.SERVICE, Echoes.BASELINE)
                    .with(Echoes.SERVICE, LANE);
            List<JavaProgram> programs = List.of(plain1, lanes1, lanes2, plain2);
            programs.forEach(JavaProgram::awaitReady);
            var table = new MarkdownTable("per call, µs", "without lanes", "with lanes", "difference", "±", "of CPU");
            row(table, "calling: HTTP interface, balancer, headers", measured(programs, "call"));
            row(table, "receiving: context out of the headers", measured(programs, "receive"));
            results.keep("lanes-hop", load, table.toString());
        }
    }

    private JavaProgram start(String name, ClassPath classPath) {
        return new Start(
                        name,
                        classPath,
                        MAIN,
                        List.of(
                                "-Dspring.cloud.nacos.server-addr=" + stack.nacos(),
                                "-Dspring.cloud.nacos.username=nacos",
                                "-Dspring.cloud.nacos.password=nacos",
                                "-Dspring.cloud.nacos.discovery.namespace=" + GatewayFigures.NAMESPACE,
                                "-Dhop.lane=" + LANE))
                .on(stack);
    }

    private static Map<String, List<Round>> measured(List<JavaProgram> programs, String what) {
        Map<String, Supplier<Round>> ways = new LinkedHashMap<>();
        for (JavaProgram program : programs) {
            String name = program.counted().name();
            ways.put(name, () -> round(program, name, what));
        }
        Rounds.interleaved(WARM_UP, ways);
        return Rounds.interleaved(ROUNDS, ways);
    }

    private static Round round(JavaProgram program, String name, String what) {
        String[] took = program.ask(what + " " + CALLS, "took").split(" ");
        boolean tagged = took[3].contains("abacus.lane=" + LANE);
        if (what.equals("call") && tagged != name.startsWith("lanes")) {
            throw new IllegalStateException(name + " called with baggage " + took[3]);
        }
        return new Round(Double.parseDouble(took[0]) / 1e3 / CALLS, Double.parseDouble(took[1]) / 1e3 / CALLS);
    }

    private static void row(MarkdownTable table, String title, Map<String, List<Round>> measured) {
        List<Round> plain = both(measured, "plain-hop-");
        List<Round> lanes = both(measured, "lanes-hop-");
        List<Double> difference = differences(plain, lanes, Round::wall);
        table.row(
                title,
                "%.1f".formatted(Median.of(plain, Round::wall)),
                "%.1f".formatted(Median.of(lanes, Round::wall)),
                "**%+.1f**".formatted(Median.of(difference)),
                "%.1f".formatted(Median.uncertainty(difference)),
                "%+.1f".formatted(Median.of(differences(plain, lanes, Round::cpu))));
    }

    private static List<Round> both(Map<String, List<Round>> measured, String name) {
        List<Round> first = measured.get(name + 1);
        List<Round> second = measured.get(name + 2);
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<Double> differences(List<Round> plain, List<Round> lanes, ToDoubleFunction<Round> figure) {
        return IntStream.range(0, plain.size())
                .mapToObj(i -> figure.applyAsDouble(lanes.get(i)) - figure.applyAsDouble(plain.get(i)))
                .toList();
    }
}
