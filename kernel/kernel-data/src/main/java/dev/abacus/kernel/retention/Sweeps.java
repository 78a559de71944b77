package dev.abacus.kernel.retention;

import dev.abacus.kernel.sharding.ShardWorker;
import dev.abacus.kernel.sharding.Shards;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** The sweeps of all shards. */
final class Sweeps implements SmartLifecycle {

    private static final Duration REST = Duration.ofMinutes(10);

    private final List<ShardWorker> workers;
    private volatile boolean running;

    Sweeps(String service, Shards shards, RetentionPolicy policy, Clock clock) {
        workers = shards.names().stream()
                .map(name -> new ShardWorker(
                        service + "-sweep-" + name,
                        shards.get(name),
                        REST,
                        new Sweep(service, shards.get(name), policy, clock)::round))
                .toList();
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
        return 0;
    }
}
