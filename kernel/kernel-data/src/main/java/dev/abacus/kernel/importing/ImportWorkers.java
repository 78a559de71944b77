package dev.abacus.kernel.importing;

import dev.abacus.kernel.sharding.ShardWorker;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** The workers of all shards: they start with the application and stop after their present chunk. */
final class ImportWorkers implements SmartLifecycle {

    private final List<ShardWorker> workers;
    private volatile boolean running;

    ImportWorkers(List<ShardWorker> workers) {
        this.workers = workers;
    }

    void wake() {
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

    /** Before the relay stops, so that what the last chunk published still goes out. */
    @Override
    public int getPhase() {
        return 1;
    }
}
