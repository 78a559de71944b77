package dev.abacus.lane.obey;

import java.time.Duration;

/**
 * For how long this process may act on what lane-control last told it. Counted from when it asked, on a clock that does
 * not stand still while the process is stopped.
 */
public final class Lease {

    private volatile long endsAtNanos;
    private volatile boolean granted;

    /** @param askedAtNanos {@link System#nanoTime()} when the question was sent */
    void renew(long askedAtNanos, Duration length) {
        endsAtNanos = askedAtNanos + length.toNanos();
        granted = true;
    }

    public boolean valid() {
        return granted && endsAtNanos - System.nanoTime() > 0;
    }
}
