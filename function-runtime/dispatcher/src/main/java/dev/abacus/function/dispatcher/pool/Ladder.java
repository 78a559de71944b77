package dev.abacus.function.dispatcher.pool;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** How a call that should end is made to: one step, and if that does not help, after the grace the next. */
final class Ladder implements AutoCloseable {

    private final Clock clock;
    private final Duration grace;
    private final ScheduledThreadPoolExecutor timer;

    Ladder(Clock clock, Duration grace) {
        this.clock = clock;
        this.grace = grace;
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("deadlines").factory());
        // Nearly every deadline is taken back; what stayed would fill the queue.
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Something that will be done unless it is cancelled. */
    interface Climb {
        void cancel();
    }

    Climb at(long epochMillis, Runnable step) {
        Future<?> due = timer.schedule(step, Math.max(0, epochMillis - clock.millis()), TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    Climb climb(Runnable second, Runnable third) {
        Future<?> first = timer.schedule(second, grace.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> last = timer.schedule(third, 2 * grace.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            first.cancel(false);
            last.cancel(false);
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
