package dev.abacus.bench.placing;

import dev.abacus.bench.harness.ClosedLoop;
import dev.abacus.bench.harness.CpuTime;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Process;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Rounds;
import dev.abacus.bench.harness.Stack;
import dev.abacus.seed.story.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the global transaction costs: the same orders, one way and the other in turns. */
public final class PlacingFigures {

    private static final String TCC = "TCC";
    private static final String LOCAL = "local";
    private static final int TRADE_SERVICE = 8103;
    private static final List<Integer> CALLERS = List.of(1, 4, 16);
    private static final int ROUNDS = 3;
    /** The compilers are done by then; on a machine that has others to serve too, time is up first. */
    private static final Duration WARM_UP = Duration.ofSeconds(25);

    private static final Duration ROUND = Duration.ofSeconds(7);

    private final Stack stack;
    private final Books books;

    public PlacingFigures(Stack stack) {
        this.stack = stack;
        this.books = new Books(stack);
    }

    /** One way to place orders. @param processes all that have work with it */
    private record Way(Counter counter, List<Process> processes) {}

    /** @param cpuSeconds by process */
    private record Round(ClosedLoop.Outcome outcome, Map<String, Double> cpuSeconds, Books.Work work) {

        int orders() {
            return outcome.micros().size();
        }

        double cpuMillisPerOrder() {
            return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum() * 1000 / orders();
        }

        double cpuMillisPerOrder(String process) {
            return cpuSeconds.getOrDefault(process, 0.0) * 1000 / orders();
        }
    }

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        Shop shop = Shop.open(stack, new Journal(System.out));
        PlainSchemas schemas = new PlainSchemas(stack);
        schemas.make();
        try (PlainProcess plain = PlainProcess.start(stack)) {
            schemas.copy(shop.tenant(), shop.shard());
            Map<String, Way> ways = ways(shop, plain);
            ways.values().forEach(way -> ClosedLoop.run(4, WARM_UP, way.counter()::place));
            Map<Integer, Map<String, List<Round>>> measured = new LinkedHashMap<>();
            for (int callers : CALLERS) {
                measured.put(callers, Rounds.interleaved(ROUNDS, rounds(ways, callers)));
            }
            String rows = books.compare(shop.tenant(), shop.shard(), PlainSchemas.of(shop.shard()));
            results.keep(
                    "placing",
                    load,
                    speed(measured) + "\n\n" + work(measured, ways) + "\n\nRows per order, both ways: " + rows + ".");
        } finally {
            schemas.drop();
        }
    }

    private Map<String, Way> ways(Shop shop, PlainProcess plain) {
        List<Process> both = Stream.of("mariadb", "redis", "rocketmq", "tracestore")
                .map(stack::process)
                .toList();
        List<Process> suite = new ArrayList<>(Stream.of("trade-service", "inventory-service", "seata")
                .map(stack::process)
                .toList());
        suite.addAll(both);
        List<Process> alone = new ArrayList<>(List.of(plain.counted()));
        alone.addAll(both);
        List<String> orders = shop.orders();
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put(TCC, new Way(new Counter(stack.port(TRADE_SERVICE), shop.seller(), orders), suite));
        ways.put(LOCAL, new Way(new Counter(plain.port(), shop.seller(), orders), alone));
        return ways;
    }

    private Map<String, Supplier<Round>> rounds(Map<String, Way> ways, int callers) {
        Map<String, Supplier<Round>> rounds = new LinkedHashMap<>();
        ways.forEach((name, way) -> rounds.put(name, () -> round(way, callers)));
        return rounds;
    }

    private Round round(Way way, int callers) {
        Books.Work before = books.work();
        CpuTime cpu = CpuTime.from(way.processes());
        ClosedLoop.Outcome outcome = ClosedLoop.run(callers, ROUND, way.counter()::place);
        return new Round(outcome, cpu.taken(), books.work().since(before));
    }

    private static String speed(Map<Integer, Map<String, List<Round>>> measured) {
        var table = new MarkdownTable(
                "callers",
                "",
                "orders/s",
                "p50, ms",
                "p99, ms",
                "CPU, ms/order",
                "TCC ÷ local: CPU",
                "TCC ÷ local: p50");
        measured.forEach((callers, ways) -> {
            List<Round> tcc = ways.get(TCC);
            List<Round> local = ways.get(LOCAL);
            speed(table, callers, TCC, tcc, ratio(tcc, local, Round::cpuMillisPerOrder), ratio(tcc, local, p50()));
            speed(table, callers, LOCAL, local, "1", "1");
        });
        return table.toString();
    }

    private static void speed(
            MarkdownTable table, int callers, String name, List<Round> rounds, String cpuRatio, String timeRatio) {
        table.row(
                callers,
                name,
                "%.0f".formatted(Median.of(rounds, round -> round.outcome().perSecond())),
                "%.1f".formatted(Median.of(rounds, p50())),
                "%.1f".formatted(Median.of(rounds, round -> round.outcome().millisAt(0.99))),
                "%.1f".formatted(Median.of(rounds, Round::cpuMillisPerOrder)),
                cpuRatio,
                timeRatio);
    }

    private static String ratio(List<Round> tcc, List<Round> local, ToDoubleFunction<Round> figure) {
        return "%.2f".formatted(Median.of(tcc, figure) / Median.of(local, figure));
    }

    private static ToDoubleFunction<Round> p50() {
        return round -> round.outcome().millisAt(0.5);
    }

    /** Who worked, with four callers. */
    private static String work(Map<Integer, Map<String, List<Round>>> measured, Map<String, Way> ways) {
        Map<String, List<Round>> rounds = measured.get(4);
        List<Round> tcc = rounds.get(TCC);
        List<Round> local = rounds.get(LOCAL);
        var table = new MarkdownTable("per order, 4 callers", TCC, LOCAL);
        Stream.concat(
                        Stream.of(PlainProcess.NAME),
                        ways.get(TCC).processes().stream().map(Process::name))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new))
                .forEach(process -> table.row(
                        "CPU of " + process + ", ms",
                        "%.1f".formatted(Median.of(tcc, round -> round.cpuMillisPerOrder(process))),
                        "%.1f".formatted(Median.of(local, round -> round.cpuMillisPerOrder(process)))));
        table.row(
                "statements at MariaDB",
                perOrder(tcc, Books.Work::statements),
                perOrder(local, Books.Work::statements));
        table.row("commits at MariaDB", perOrder(tcc, Books.Work::commits), perOrder(local, Books.Work::commits));
        return table.toString();
    }

    private static String perOrder(List<Round> rounds, ToDoubleFunction<Books.Work> figure) {
        return "%.1f".formatted(Median.of(rounds, round -> figure.applyAsDouble(round.work()) / round.orders()));
    }
}
