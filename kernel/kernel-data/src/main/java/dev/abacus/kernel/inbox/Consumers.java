package dev.abacus.kernel.inbox;

import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.BrokerProperties;
import dev.abacus.kernel.messaging.Subscription;
import dev.abacus.kernel.sharding.ShardWorker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts a subscription per consumer once all beans are there, and goes on trying while the broker is away: a service
 * that only consumes later is better than one that does not start.
 */
final class Consumers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Consumers.class);
    private static final Duration REST = Duration.ofMillis(500);
    private static final AtomicInteger MADE = new AtomicInteger();

    record ShardRetries(String shard, DataSource source, Retries retries) {}

    private final Supplier<Handlers> handlers;
    private final Function<Handlers, Inbox> inboxes;
    private final Function<Inbox, List<ShardRetries>> retriesOf;
    private final Poison poison;
    private final BrokerProperties properties;
    private final Broker broker;
    private final String service;
    private final MeterRegistry meters;
    private final String instance = "consumers@" + ProcessHandle.current().pid() + "#" + MADE.incrementAndGet();
    private final List<AutoCloseable> open = new ArrayList<>();
    private volatile boolean running;
    private Thread connecting;

    Consumers(
            Supplier<Handlers> handlers,
            Function<Handlers, Inbox> inboxes,
            Function<Inbox, List<ShardRetries>> retriesOf,
            Poison poison,
            BrokerProperties properties,
            Broker broker,
            String service,
            MeterRegistry meters) {
        this.handlers = handlers;
        this.inboxes = inboxes;
        this.retriesOf = retriesOf;
        this.poison = poison;
        this.properties = properties;
        this.broker = broker;
        this.service = service;
        this.meters = meters;
    }

    @Override
    public void start() {
        running = true;
        Handlers found = handlers.get();
        if (found.consumers().isEmpty()) {
            return;
        }
        Inbox inbox = inboxes.apply(found);
        for (ShardRetries shard : retriesOf.apply(inbox)) {
            count(shard, InboxStore.State.WAITING);
            count(shard, InboxStore.State.DEAD);
            var worker =
                    new ShardWorker(service + "-retry-" + shard.shard(), shard.source(), REST, shard.retries()::round);
            worker.start();
            open.add(worker);
        }
        Gauge.builder("inbox_poison", poison, Poison::count)
                .description("messages that belong to no tenant's inbox")
                .register(meters);
        if (properties.enabled()) {
            connecting = Thread.ofVirtual().name("subscribe").start(() -> subscribe(found, inbox));
        }
    }

    private void count(ShardRetries shard, InboxStore.State state) {
        Gauge.builder("inbox_" + state.name().toLowerCase(), shard.retries(), retries -> retries.count(state))
                .tag("shard", shard.shard())
                .register(meters);
    }

    private void subscribe(Handlers found, Inbox inbox) {
        for (String consumer : found.consumers()) {
            while (running && !subscribe(found, inbox, consumer)) {
                try {
                    Thread.sleep(Duration.ofSeconds(2));
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private boolean subscribe(Handlers found, Inbox inbox, String consumer) {
        try {
            found.topics(consumer).forEach(broker::ensureTopic);
            var subscription = new Subscription(
                    properties,
                    instance,
                    consumer,
                    found.topics(consumer),
                    event -> inbox.receive(consumer, event),
                    (message, reason) -> poison.keep(consumer, message, reason));
            subscription.start();
            synchronized (open) {
                open.add(subscription);
            }
            log.info("{} consumes from {}", consumer, found.topics(consumer));
            return true;
        } catch (Exception e) {
            log.warn("{} cannot subscribe yet: {}", consumer, e.toString());
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        if (connecting != null) {
            connecting.interrupt();
        }
        synchronized (open) {
            for (AutoCloseable each : open.reversed()) {
                try {
                    each.close();
                } catch (Exception e) {
                    log.warn("not closed cleanly: {}", e.toString());
                }
            }
            open.clear();
        }
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
