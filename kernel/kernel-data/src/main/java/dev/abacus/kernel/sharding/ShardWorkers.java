package dev.abacus.kernel.sharding;

import java.util.List;
import org.springframework.context.SmartLifecycle;

/** One kind of work on all shards: its workers start with the application and end after their present round. */
public final class ShardWorkers implements SmartLifecycle {

    /** Below the web server's drain, so that what its last requests left is still worked off. */
    public static final int AFTER_THE_LAST_REQUEST = 0;

    /** Before the outbox is relayed for the last time, so that what this work publishes still goes out. */
    public static final int BEFORE_THE_LAST_RELAY = 1;

    private final int phase;
    private final List<ShardWorker> workers;
    private volatile boolean running;

    /** @param phase when they stop; a higher one stops earlier */
    public ShardWorkers(int phase, List<ShardWorker> workers) {
        this.phase = phase;
        this.workers = List.copyOf(workers);
    }

    /** There is something to do now, on one of the shards. */
    public void wake() {
        workers.forEach(ShardWorker::wake);
    }

    @Override
    public void start() {
        workers.forEach(ShardWorker::start);
        running = true;
    }

    @Override
    public void stop() {
        workers.forEach(ShardWorker::close);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
