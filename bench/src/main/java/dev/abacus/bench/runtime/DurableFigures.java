package dev.abacus.bench.runtime;

import dev.abacus.bench.harness.ClosedLoop;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Calls that are promised: how many a second are committed before their 202, and how soon all of them have been made. */
public final class DurableFigures {

    private static final String FUNCTION = "durable";
    private static final int CALLERS = 32;
    private static final int BATCH = 50;
    private static final int BATCH_CALLERS = 4;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Stack stack;

    public DurableFigures(Stack stack) {
        this.stack = stack;
    }

    /**
     * @param events in each request
     * @param seconds from the first request until the last of its calls had ended
     */
    private record Round(int events, ClosedLoop.Outcome accepted, double seconds) {

        double promisedPerSecond() {
            return events * accepted.perSecond();
        }

        double endedPerSecond() {
            return (double) events * accepted.micros().size() / seconds;
        }
    }

    public void measure(Results results) throws InterruptedException {
        String load = Machine.loadAverage();
        var desk = new Desk(stack);
        desk.deploy(FUNCTION);
        try {
            Greeted function = desk.atTheDispatcher(FUNCTION, "?async=true");
            single(desk, function, WARM_UP);
            batches(desk, function, WARM_UP);
            List<Round> single = new ArrayList<>();
            List<Round> batches = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                single.add(single(desk, function, ROUND));
                batches.add(batches(desk, function, ROUND));
            }
            results.keep("functions-durable", load, table(single, batches));
        } finally {
            desk.remove(FUNCTION);
        }
    }

    private static Round single(Desk desk, Greeted function, Duration length) throws InterruptedException {
        return round(desk, 1, CALLERS, length, function::hand);
    }

    private static Round batches(Desk desk, Greeted function, Duration length) throws InterruptedException {
        return round(desk, BATCH, BATCH_CALLERS, length, () -> function.handBatch(BATCH));
    }

    private static Round round(Desk desk, int events, int callers, Duration length, Runnable request)
            throws InterruptedException {
        long begin = System.nanoTime();
        ClosedLoop.Outcome accepted = ClosedLoop.run(callers, length, request);
        desk.awaitAllEnded(FUNCTION, PATIENCE);
        return new Round(events, accepted, (System.nanoTime() - begin) / 1e9);
    }

    private static String table(List<Round> single, List<Round> batches) {
        return new MarkdownTable(
                        "asynchronous calls, median of rounds",
                        CALLERS + " callers, one event a request",
                        BATCH_CALLERS + " callers, " + BATCH + " events a request")
                .row(
                        "promised a second, while they are made too",
                        whole(single, Round::promisedPerSecond),
                        whole(batches, Round::promisedPerSecond))
                .row(
                        "made a second, until the last has ended",
                        whole(single, Round::endedPerSecond),
                        whole(batches, Round::endedPerSecond))
                .row("until the 202, p50, ms", millis(single, 0.5), millis(batches, 0.5))
                .row("until the 202, p99, ms", millis(single, 0.99), millis(batches, 0.99))
                .toString();
    }

    private static String whole(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return "%.0f".formatted(Median.of(rounds, figure));
    }

    private static String millis(List<Round> rounds, double quantile) {
        return "%.1f".formatted(Median.of(rounds, round -> round.accepted().millisAt(quantile)));
    }
}
