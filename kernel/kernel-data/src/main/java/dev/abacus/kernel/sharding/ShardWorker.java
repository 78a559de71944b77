package dev.abacus.kernel.sharding;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loop that works on one shard in one process at a time: the outbox relay, the inbox's retries. It rests between
 * rounds, longer after a failure, and can be woken.
 */
public final class ShardWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ShardWorker.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final String name;
    private final ShardLock lock;
    private final Duration rest;
    private final BooleanSupplier round;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    /**
     * @param name of the lock and the thread
     * @param rest how long to rest when a round found nothing to do
     * @param round one round of work; answers whether there may be more at once
     */
    public ShardWorker(String name, DataSource shard, Duration rest, BooleanSupplier round) {
        this.name = name;
        this.lock = new ShardLock(shard, name);
        this.rest = rest;
        this.round = round;
    }

    /** Again too, after it was closed. */
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::loop);
    }

    /** There is something to do now. */
    public void wake() {
        wake.release();
    }

    private void loop() {
        Duration failureRest = rest;
        while (running) {
            try {
                if (lock.held() && round.getAsBoolean()) {
                    continue;
                }
                failureRest = rest;
                rest(rest);
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    log.warn("{} failed, again in {}: {}", name, failureRest, e.toString());
                    rest(failureRest);
                    Duration doubled = failureRest.multipliedBy(2);
                    failureRest = doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
                }
            }
        }
        lock.close();
    }

    private void rest(Duration duration) {
        try {
            if (wake.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Ends after the present round. */
    @Override
    public void close() {
        running = false;
        wake();
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
