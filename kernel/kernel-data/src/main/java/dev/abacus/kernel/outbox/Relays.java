package dev.abacus.kernel.outbox;

import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.sharding.ShardWorker;
import dev.abacus.kernel.sharding.Shards;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/** The relays of all shards: they start with the application and stop after the web server has drained. */
final class Relays implements SmartLifecycle {

    private static final Duration REST = Duration.ofMillis(500);

    private final List<ShardWorker> workers = new ArrayList<>();
    private final boolean enabled;
    private volatile boolean running;

    Relays(
            String service,
            Shards shards,
            Broker broker,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters,
            boolean enabled) {
        this.enabled = enabled;
        for (String name : shards.names()) {
            var relay = new Relay(service, shards.get(name), broker, json, clock);
            workers.add(new ShardWorker(service + "-relay-" + name, shards.get(name), REST, relay::round));
            Gauge.builder("outbox_backlog", relay, Relay::backlog)
                    .description("events written and not yet with the broker")
                    .tag("shard", name)
                    .register(meters);
        }
    }

    void wake() {
        workers.forEach(ShardWorker::wake);
    }

    @Override
    public void start() {
        if (enabled) {
            workers.forEach(ShardWorker::start);
        }
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

    /** Below the web server's drain, so that events of the last requests still go out. */
    @Override
    public int getPhase() {
        return 0;
    }
}
