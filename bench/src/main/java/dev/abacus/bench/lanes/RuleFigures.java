package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * From an operator's change until the last of three gateways sends the tenant's requests elsewhere. Each gateway is asked
 * all the time; what counts is who answers.
 */
public final class RuleFigures {

    private static final int PUBLICATIONS = 120;
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(5);
    private static final long GIVEN_UP_AFTER = Duration.ofSeconds(20).toNanos();

    private final Stack stack;

    public RuleFigures(Stack stack) {
        this.stack = stack;
    }

    /**
     * One publication, in milliseconds.
     *
     * @param answered until the operator had his answer
     * @param first until the first gateway obeyed
     * @param last until all three did
     */
    private record Publication(double answered, double first, double last) {}

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        var desk = new ControlDesk(stack);
        String id = "rules-" + System.currentTimeMillis();
        try (var gateways = new ThreeGateways(stack).awaitReady();
                ExecutorService askers = Executors.newFixedThreadPool(3)) {
            desk.create(id, Echoes.SERVICE);
            String lane = desk.awaitRoutable(id).tag().toString();
            gateways.echoes().with(Echoes.SERVICE, lane);
            desk.add(id, tenant(0));
            gateways.awaitServedBy(lane, tenant(0));
            List<Publication> all = new ArrayList<>();
            for (int i = 1; i <= PUBLICATIONS; i++) {
                all.add(publish(desk, id, lane, tenant(i), gateways.callers(), askers));
            }
            results.keep("lanes-rules", load, table(all));
        } finally {
            desk.drain(List.of(id));
        }
    }

    private static long tenant(int number) {
        return FiftyLanes.tenant(2L * FiftyLanes.TENANTS + number);
    }

    private static Publication publish(
            ControlDesk desk, String id, String lane, long tenant, List<Caller> callers, ExecutorService askers) {
        long begin = System.nanoTime();
        List<CompletableFuture<Long>> obeyed = callers.stream()
                .map(caller -> CompletableFuture.supplyAsync(() -> obeyed(caller, tenant, lane, begin), askers))
                .toList();
        desk.add(id, tenant);
        long answered = System.nanoTime() - begin;
        List<Long> times = obeyed.stream().map(CompletableFuture::join).sorted().toList();
        return new Publication(answered / 1e6, times.getFirst() / 1e6, times.getLast() / 1e6);
    }

    /** When the answer came that obeys. */
    private static long obeyed(Caller caller, long tenant, String lane, long begin) {
        while (true) {
            String answer = caller.ask(tenant);
            long since = System.nanoTime() - begin;
            if (answer.equals(lane)) {
                return since;
            }
            if (!answer.equals(Echoes.BASELINE) || since > GIVEN_UP_AFTER) {
                throw new IllegalStateException("after " + since / 1e6 + " ms a gateway says " + answer);
            }
            Pause.of(BETWEEN_REQUESTS);
        }
    }

    private static String table(List<Publication> all) {
        var table = new MarkdownTable(
                "%d changes of a lane's tenants, from the operator's request until".formatted(all.size()),
                "median, ms",
                "p90, ms",
                "p99, ms",
                "longest, ms");
        row(
                table,
                "the operator has his answer",
                all.stream().map(Publication::answered).toList());
        row(
                table,
                "the first of three gateways obeys",
                all.stream().map(Publication::first).toList());
        row(
                table,
                "the last of three gateways obeys",
                all.stream().map(Publication::last).toList());
        return table.toString();
    }

    private static void row(MarkdownTable table, String title, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        table.row(
                title,
                "%.0f".formatted(Median.of(sorted)),
                "%.0f".formatted(at(sorted, 0.9)),
                "%.0f".formatted(at(sorted, 0.99)),
                "%.0f".formatted(sorted.getLast()));
    }

    private static double at(List<Double> sorted, double quantile) {
        return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
    }
}
