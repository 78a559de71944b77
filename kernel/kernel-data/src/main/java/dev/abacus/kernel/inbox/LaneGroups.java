package dev.abacus.kernel.inbox;

import dev.abacus.kernel.messaging.BrokerProperties;
import dev.abacus.kernel.messaging.Farewell;
import dev.abacus.kernel.messaging.Subscription;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.membership.Holding;
import dev.abacus.lane.membership.Orders.Adoption;
import dev.abacus.lane.obey.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lanes' groups that this process is in. An instance of the baseline adopts a lane's group when lane-control says so:
 * it joins the group that the lane's own instances would be in, under the same filter, so that handing over is a rebalance
 * within one group and no message is lost. It stops at once when it is told to, or when nobody has told it anything for the
 * length of its lease.
 */
final class LaneGroups implements Groups, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LaneGroups.class);

    private record Key(String consumer, LaneTag lane) {}

    private final BrokerProperties properties;
    private final BooleanSupplier leased;
    private final Map<Key, Adopter> adopters = new ConcurrentHashMap<>();
    private final Map<Key, Subscription> own = new ConcurrentHashMap<>();
    private final Map<Key, Farewell> farewells = new ConcurrentHashMap<>();
    private volatile Map<String, Set<String>> consumers = Map.of();
    private volatile Subscriptions subscriptions;

    /** @param leased whether what lane-control said last still holds */
    LaneGroups(BrokerProperties properties, BooleanSupplier leased) {
        this.properties = properties;
        this.leased = leased;
    }

    /** From now on groups can be joined. */
    void begin(Handlers handlers, Subscriptions subscriptions) {
        Map<String, Set<String>> topics = new HashMap<>();
        for (String consumer : handlers.consumers()) {
            topics.put(
                    consumer,
                    handlers.topics(consumer).stream().map(properties::topic).collect(Collectors.toSet()));
        }
        this.subscriptions = subscriptions;
        this.consumers = Map.copyOf(topics);
    }

    /** This process belongs to the lane itself, and has subscribed. */
    void owns(String consumer, LaneTag lane, Subscription subscription) {
        own.put(new Key(consumer, lane), subscription);
    }

    /** Whether a kept event of {@code lane} may be handled here now. */
    boolean adopts(String consumer, LaneTag lane) {
        Adopter adopter = adopters.get(new Key(consumer, lane));
        return adopter != null && adopter.permitted();
    }

    /** The lanes of which it has adopted a group. */
    Set<LaneTag> adopted() {
        return adopters.keySet().stream().map(Key::lane).collect(Collectors.toSet());
    }

    @Override
    public List<ConsumerGroup> all() {
        return consumers.entrySet().stream()
                .map(consumer -> new ConsumerGroup(properties.group(consumer.getKey()), consumer.getValue()))
                .toList();
    }

    @Override
    public List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        own.forEach((key, subscription) ->
                holdings.add(new Holding(properties.group(key.consumer()), key.lane(), 0, subscription.queues())));
        adopters.forEach((key, adopter) -> holdings.add(
                new Holding(properties.group(key.consumer()), key.lane(), adopter.epoch, adopter.queues())));
        return holdings;
    }

    @Override
    public void adopt(List<Adoption> adoptions) {
        Map<Key, Adoption> wanted = new HashMap<>();
        adoptions.forEach(adoption -> consumer(adoption.group())
                .ifPresent(consumer -> wanted.put(new Key(consumer, adoption.lane()), adoption)));
        adopters.forEach((key, adopter) -> {
            if (!wanted.containsKey(key)) {
                adopter.leave();
            }
        });
        farewells.values().removeIf(Farewell::isOver);
        wanted.forEach(
                (key, adoption) -> adopters.computeIfAbsent(key, Adopter::new).follow(adoption.epoch()));
    }

    private Optional<String> consumer(String group) {
        return consumers.keySet().stream()
                .filter(consumer -> properties.group(consumer).equals(group))
                .findFirst();
    }

    @Override
    public void close() {
        adopters.values().forEach(Adopter::leaveNow);
        // the end of the connections says it too
        farewells.values().forEach(Farewell::end);
    }

    /** One adopted group: joined and left on a thread of its own, since either takes a while. */
    private final class Adopter {

        private final Key key;
        private volatile long epoch;
        private volatile boolean leaving;
        private volatile Subscription subscription;

        Adopter(Key key) {
            this.key = key;
            Thread.ofVirtual()
                    .name("adopt " + key.consumer() + " " + key.lane())
                    .start(this::join);
        }

        void follow(long epoch) {
            this.epoch = epoch;
        }

        boolean permitted() {
            return !leaving && leased.getAsBoolean();
        }

        Set<String> queues() {
            Subscription joined = subscription;
            return joined == null ? Set.of() : joined.queues();
        }

        private synchronized void join() {
            if (leaving) {
                return;
            }
            try {
                Farewell before = farewells.remove(key);
                if (before != null) {
                    before.end();
                }
                subscription = subscriptions.open(key.consumer(), key.lane(), this::permitted);
                log.info("{} adopts lane {}", key.consumer(), key.lane());
            } catch (Exception e) {
                log.warn("{} cannot adopt lane {} yet: {}", key.consumer(), key.lane(), e.toString());
                // Told again with the next heartbeat.
                adopters.remove(key, this);
            }
        }

        /** Takes no message from now on; it is in the group until the one being handled is done. */
        void leave() {
            if (!leaving) {
                leaving = true;
                Thread.ofVirtual()
                        .name("leave " + key.consumer() + " " + key.lane())
                        .start(this::leaveNow);
            }
        }

        private synchronized void leaveNow() {
            leaving = true;
            if (subscription != null) {
                farewells.put(key, subscription.leave());
                subscription = null;
                log.info("{} has left lane {}", key.consumer(), key.lane());
            }
            adopters.remove(key, this);
        }
    }
}
