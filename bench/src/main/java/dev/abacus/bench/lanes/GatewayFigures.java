package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.ClosedLoop;
import dev.abacus.bench.harness.CpuTime;
import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Process;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Rounds;
import dev.abacus.bench.harness.Stack;
import dev.abacus.lane.rules.RulesJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A gateway with lane-client against the same gateway without it. Two processes of each, since two processes of the very
 * same program differ too: by how much, says the comparison of the twins.
 */
public final class GatewayFigures {

    /** Programs that follow lanes of their own, and see nobody of the suite. */
    static final String NAMESPACE = "bench";

    private static final String BEHIND_THE_WHOLE = "trade-service";
    private static final int CALLERS = 4;
    private static final int ROUNDS = 14;
    private static final Duration ROUND = Duration.ofMillis(1_500);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Stack stack;

    public GatewayFigures(Stack stack) {
        this.stack = stack;
    }

    /** A gateway's process and one request to it. */
    private record Door(Process process, LongFunction<String> ask, AtomicLong number) {

        Door(JavaProgram program, LongFunction<String> ask) {
            this(program.counted(), ask, new AtomicLong());
        }

        void request() {
            String answer = ask.apply(number.getAndIncrement());
            if (answer.startsWith("failed")) {
                throw new IllegalStateException(process.name() + " " + answer);
            }
        }
    }

    private record Round(ClosedLoop.Outcome outcome, double cpuSeconds) {

        double cpuMicros() {
            return cpuSeconds * 1e6 / outcome.micros().size();
        }
    }

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        Path rules = rulesFile();
        try (var control = new StandInControl();
                var echoes = new Echoes(stack, NAMESPACE)) {
            for (String service : List.of(Echoes.SERVICE, BEHIND_THE_WHOLE)) {
                echoes.with(service, Echoes.BASELINE)
                        .with(service, Echoes.BASELINE)
                        .with(service, FiftyLanes.FIRST_LANE.toString());
            }
            String file = "-Dabacus.lane.rules-file=" + rules;
            try (var plain1 = TinyGateways.plain(stack, "plain-gateway-1", NAMESPACE);
                    var lanes1 = TinyGateways.withLanes(stack, "lanes-gateway-1", NAMESPACE, control, file);
                    var lanes2 = TinyGateways.withLanes(stack, "lanes-gateway-2", NAMESPACE, control, file);
                    var plain2 = TinyGateways.plain(stack, "plain-gateway-2", NAMESPACE);
                    var whole = WholeGateway.start(stack, rules, NAMESPACE, control)) {
                Map<String, Door> doors = new LinkedHashMap<>();
                for (JavaProgram program : List.of(plain1, lanes1, lanes2, plain2)) {
                    var caller = new Caller(Integer.parseInt(program.awaitReady()));
                    doors.put(program.counted().name(), new Door(program, number -> caller.ask(tenant(number))));
                }
                doors.put("whole", new Door(whole.program(), whole::ask));
                check(doors);
                warmUp(doors);
                results.keep("lanes-gateway", load, table(measured(doors)));
            }
        }
    }

    private Path rulesFile() throws IOException {
        Path file = Files.createDirectories(stack.home().resolve("bench")).resolve("fifty-lanes.json");
        return Files.writeString(file, RulesJson.write(FiftyLanes.rules(Set.of(Echoes.SERVICE, BEHIND_THE_WHOLE))));
    }

    /** Every second tenant is on the first lane by name; the others are asked fifty percentages. */
    private static long tenant(long number) {
        long turn = number / 2 % FiftyLanes.NAMED;
        return FiftyLanes.tenant(number % 2 == 0 ? turn : FiftyLanes.TENANTS + turn);
    }

    /** What is compared must do what it says: only with lanes are lanes followed. */
    private static void check(Map<String, Door> doors) throws InterruptedException {
        String lane = FiftyLanes.FIRST_LANE.toString();
        for (Map.Entry<String, Door> door : doors.entrySet()) {
            awaitAnswer(door.getValue());
            List<String> onLane = IntStream.range(0, 30)
                    .mapToObj(i -> door.getValue().ask().apply(i * 2L))
                    .toList();
            boolean follows = onLane.stream().allMatch(lane::equals);
            if (follows == door.getKey().startsWith("plain")) {
                throw new IllegalStateException(door.getKey() + " sent tenants of " + lane + " to " + onLane);
            }
        }
    }

    private static void awaitAnswer(Door door) throws InterruptedException {
        for (int i = 0; i < 50 && door.ask().apply(0).startsWith("failed"); i++) {
            Thread.sleep(200);
        }
    }

    private static void warmUp(Map<String, Door> doors) {
        CompletableFuture.allOf(doors.values().stream()
                        .map(door -> CompletableFuture.runAsync(() -> ClosedLoop.run(1, WARM_UP, door::request)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static Map<String, List<Round>> measured(Map<String, Door> doors) {
        Map<String, Supplier<Round>> rounds = new LinkedHashMap<>();
        doors.forEach((name, door) -> rounds.put(name, () -> round(door)));
        return Rounds.interleaved(ROUNDS, rounds);
    }

    private static Round round(Door door) {
        CpuTime cpu = CpuTime.from(List.of(door.process()));
        ClosedLoop.Outcome outcome = ClosedLoop.run(CALLERS, ROUND, door::request);
        return new Round(outcome, cpu.taken().get(door.process().name()));
    }

    private static String table(Map<String, List<Round>> measured) {
        List<Round> plain1 = measured.get("plain-gateway-1");
        List<Round> plain2 = measured.get("plain-gateway-2");
        List<Round> lanes1 = measured.get("lanes-gateway-1");
        List<Round> lanes2 = measured.get("lanes-gateway-2");
        var table = new MarkdownTable("per request", "CPU, µs", "±", "requests/s", "p50, ms", "p99, ms");
        row(table, "a plain Spring Cloud Gateway", plain1, plain2);
        row(table, "the same with lane-client, 50 lanes, 100,000 tenants", lanes1, lanes2);
        row(table, "the product's gateway, whole", measured.get("whole"), List.of());
        var shares = new MarkdownTable("CPU per request, compared within each round", "difference", "±");
        share(shares, "**with lane-client against without**", i -> sum(lanes1, lanes2, i) / sum(plain1, plain2, i));
        share(shares, "one plain gateway against its twin", i -> ratio(plain2, plain1, i));
        share(shares, "one gateway with lane-client against its twin", i -> ratio(lanes2, lanes1, i));
        return table + "\n\n" + shares;
    }

    private static void row(MarkdownTable table, String title, List<Round> some, List<Round> others) {
        List<Round> all = Stream.concat(some.stream(), others.stream()).toList();
        table.row(
                title,
                "%.0f".formatted(Median.of(all, Round::cpuMicros)),
                "%.0f"
                        .formatted(Median.uncertainty(
                                all.stream().map(Round::cpuMicros).toList())),
                "%.0f".formatted(Median.of(all, round -> round.outcome().perSecond())),
                "%.2f".formatted(Median.of(all, round -> round.outcome().millisAt(0.5))),
                "%.2f".formatted(Median.of(all, round -> round.outcome().millisAt(0.99))));
    }

    private static void share(MarkdownTable table, String title, IntToDoubleFunction ratio) {
        List<Double> percent = IntStream.range(0, ROUNDS)
                .mapToObj(i -> 100 * (ratio.applyAsDouble(i) - 1))
                .toList();
        table.row(title, "%+.1f %%".formatted(Median.of(percent)), "%.1f".formatted(Median.uncertainty(percent)));
    }

    private static double sum(List<Round> some, List<Round> others, int round) {
        return some.get(round).cpuMicros() + others.get(round).cpuMicros();
    }

    private static double ratio(List<Round> some, List<Round> others, int round) {
        return some.get(round).cpuMicros() / others.get(round).cpuMicros();
    }
}
