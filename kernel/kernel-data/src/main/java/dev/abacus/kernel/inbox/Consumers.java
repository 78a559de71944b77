package dev.abacus.kernel.inbox;

import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.BrokerProperties;
import dev.abacus.kernel.messaging.Subscription;
import dev.abacus.kernel.sharding.ShardWorker;
import dev.abacus.lane.obey.Self;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** @param name of its lock and thread */
    record ShardRetries(String name, String shard, DataSource source, Retries retries) {}

    private final Supplier<Handlers> handlers;
    private final Function<Handlers, Inbox> inboxes;
    private final Function<Inbox, List<ShardRetries>> retriesOf;
    private final Poison poison;
    private final BrokerProperties properties;
    private final Broker broker;
    private final LaneGroups lanes;
    private final Self self;
    private final MeterRegistry meters;
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
            LaneGroups lanes,
            Self self,
            MeterRegistry meters) {
        this.handlers = handlers;
        this.inboxes = inboxes;
        this.retriesOf = retriesOf;
        this.poison = poison;
        this.properties = properties;
        this.broker = broker;
        this.lanes = lanes;
        this.self = self;
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
            var worker = new ShardWorker(shard.name(), shard.source(), REST, shard.retries()::round);
            worker.start();
            open.add(worker);
        }
        Gauge.builder("inbox_poison", poison, Poison::count)
                .description("messages that belong to no tenant's inbox")
                .register(meters);
        if (properties.enabled()) {
            var subscriptions = new Subscriptions(self.member(), properties, broker, found, inbox, poison);
            lanes.begin(found, subscriptions);
            connecting = Thread.ofVirtual().name("subscribe").start(() -> subscribe(found, subscriptions));
        }
    }

    private void count(ShardRetries shard, InboxStore.State state) {
        Gauge.builder("inbox_" + state.name().toLowerCase(), shard.retries(), retries -> retries.count(state))
                .tag("shard", shard.shard())
                .register(meters);
    }

    private void subscribe(Handlers found, Subscriptions subscriptions) {
        for (String consumer : found.consumers()) {
            while (running && !subscribe(consumer, subscriptions)) {
                try {
                    Thread.sleep(Duration.ofSeconds(2));
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    /** An instance of a lane reads what is tagged for the lane, an instance of the baseline what is not tagged. */
    private boolean subscribe(String consumer, Subscriptions subscriptions) {
        try {
            Subscription subscription = subscriptions.open(consumer, self.lane(), () -> true);
            self.tag().ifPresent(lane -> lanes.owns(consumer, lane, subscription));
            synchronized (open) {
                open.add(subscription);
            }
            log.info(
                    "{} consumes on {}",
                    consumer,
                    self.tag().map(Object::toString).orElse("the baseline"));
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
        lanes.close();
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
