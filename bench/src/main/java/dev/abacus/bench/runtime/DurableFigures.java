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

/** Calls that are promised: how many a second are committed before their 202, and how soon all of them have been made. */
public final class DurableFigures {

    private static final String FUNCTION = "durable";
    private static final int CALLERS = 32;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Stack stack;

    public DurableFigures(Stack stack) {
        this.stack = stack;
    }

    /** @param seconds from the first request until the last of its calls had ended */
    private record Round(ClosedLoop.Outcome accepted, double seconds) {

        double endedPerSecond() {
            return accepted.micros().size() / seconds;
        }
    }

    public void measure(Results results) throws InterruptedException {
        String load = Machine.loadAverage();
        var desk = new Desk(stack);
        desk.deploy(FUNCTION);
        try {
            Greeted function = desk.atTheDispatcher(FUNCTION, "?async=true");
            round(desk, function, WARM_UP);
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                rounds.add(round(desk, function, ROUND));
            }
            results.keep("functions-durable", load, table(rounds));
        } finally {
            desk.remove(FUNCTION);
        }
    }

    private static Round round(Desk desk, Greeted function, Duration length) throws InterruptedException {
        long begin = System.nanoTime();
        ClosedLoop.Outcome accepted = ClosedLoop.run(CALLERS, length, function::hand);
        desk.awaitAllEnded(FUNCTION, PATIENCE);
        return new Round(accepted, (System.nanoTime() - begin) / 1e9);
    }

    private static String table(List<Round> rounds) {
        return new MarkdownTable("asynchronous calls", "median of rounds")
                .row(
                        "promised a second, while they are made too",
                        "%.0f".formatted(Median.of(rounds, round -> round.accepted()
                                .perSecond())))
                .row(
                        "made a second, until the last has ended",
                        "%.0f".formatted(Median.of(rounds, Round::endedPerSecond)))
                .row("until the 202, p50, ms", "%.1f".formatted(Median.of(rounds, round -> round.accepted()
                        .millisAt(0.5))))
                .row("until the 202, p99, ms", "%.1f".formatted(Median.of(rounds, round -> round.accepted()
                        .millisAt(0.99))))
                .toString();
    }
}
