package dev.abacus.lane.control.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again in a thread of its own, at an interval or when woken; a failure is not the end of it. */
final class Loop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Duration interval;
    private final Runnable round;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean running = true;
    private String lastFailure;
    private Thread thread;

    Loop(String name, Duration interval, Runnable round) {
        this.name = name;
        this.interval = interval;
        this.round = round;
    }

    Loop start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
        return this;
    }

    void wake() {
        wakes.release();
    }

    private void run() {
        while (running) {
            try {
                round.run();
                lastFailure = null;
            } catch (RuntimeException e) {
                complain(e);
            }
            try {
                wakes.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Once for each reason: it comes several times a second while something is away. */
    private void complain(RuntimeException e) {
        if (!e.toString().equals(lastFailure)) {
            lastFailure = e.toString();
            log.warn("{} failed and tries again: {}", name, lastFailure, e);
        }
    }

    @Override
    public void close() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
