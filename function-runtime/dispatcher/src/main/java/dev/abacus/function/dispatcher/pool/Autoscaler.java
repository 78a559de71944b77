package dev.abacus.function.dispatcher.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many instances a version should have, by the algorithm of Knative's pod autoscaler (knative.dev/serving,
 * {@code pkg/autoscaler/scaling/autoscaler.go} and its README): the mean number of concurrent calls over a stable window,
 * divided by what an instance is meant to serve; over a short window, "panic", when that says twice as many instances as
 * there are, and during a panic never fewer.
 *
 * <p>Not thread-safe.
 */
final class Autoscaler {

    /** An instance is meant to be busy to this share of its concurrency, so that there is room while the next one starts. */
    static final double TARGET_UTILISATION = 0.7;

    private static final double PANIC_THRESHOLD = 2.0;
    private static final double MAX_SCALE_DOWN_RATE = 2.0;
    private static final double MAX_SCALE_UP_RATE = 1000.0;
    private static final int PANIC_PARTS = 10;

    private final Duration stable;
    private final Duration panic;
    private final double target;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private Instant panicking;
    private int mostWhilePanicking;

    private record Sample(Instant at, double concurrency) {}

    /**
     * @param stable the window of the mean, 60 s as published; the panic window is a tenth of it
     * @param concurrency calls that one instance may serve at a time
     */
    Autoscaler(Duration stable, int concurrency) {
        this.stable = stable;
        this.panic = stable.dividedBy(PANIC_PARTS);
        this.target = Math.max(1.0, concurrency * TARGET_UTILISATION);
    }

    /** @param concurrency the mean number of calls, under way or waiting, since the sample before */
    void observe(Instant at, double concurrency) {
        samples.addLast(new Sample(at, concurrency));
        while (samples.getFirst().at().isBefore(at.minus(stable))) {
            samples.removeFirst();
        }
    }

    /** @param ready instances that serve calls now */
    int desired(Instant now, int ready) {
        double pods = Math.max(1, ready);
        double up = Math.ceil(MAX_SCALE_UP_RATE * pods);
        double down = ready == 0 ? 0 : Math.floor(pods / MAX_SCALE_DOWN_RATE);
        double forPanic = Math.ceil(mean(now.minus(panic)) / target);
        int stableCount = bounded(Math.ceil(mean(now.minus(stable)) / target), down, up);
        look(now, forPanic / pods >= PANIC_THRESHOLD);
        if (panicking == null) {
            return stableCount;
        }
        mostWhilePanicking = Math.max(mostWhilePanicking, Math.max(stableCount, bounded(forPanic, down, up)));
        return mostWhilePanicking;
    }

    boolean panicking() {
        return panicking != null;
    }

    private void look(Instant now, boolean over) {
        if (over) {
            panicking = now;
        } else if (panicking != null && panicking.plus(stable).isBefore(now)) {
            panicking = null;
            mostWhilePanicking = 0;
        }
    }

    private double mean(Instant since) {
        return samples.stream()
                .filter(sample -> sample.at().isAfter(since))
                .mapToDouble(Sample::concurrency)
                .average()
                .orElse(0);
    }

    private static int bounded(double wanted, double down, double up) {
        return (int) Math.min(Math.max(wanted, down), up);
    }
}
