package dev.abacus.function.dispatcher.delivery.application;

import dev.abacus.function.dispatcher.delivery.Carrier;
import dev.abacus.function.dispatcher.delivery.DeliveryEnding;
import dev.abacus.function.dispatcher.delivery.DeliveryQueue;
import dev.abacus.function.dispatcher.delivery.DeliveryQueue.Backlog;
import dev.abacus.function.dispatcher.delivery.DeliveryState;
import dev.abacus.function.dispatcher.delivery.TakenDelivery;
import dev.abacus.function.dispatcher.delivery.Undeliverable;
import dev.abacus.function.dispatcher.registry.Retry;
import dev.abacus.function.wire.Events;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes deliveries that are due and has them carried. Each function and tenant has a few places of its own, so that a
 * destination that hangs holds up nobody else's.
 */
@Component
class Delivering implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_OF_ONE = 8;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final int LONGEST_REASON = 2_000;

    private final DeliveryQueue queue;
    private final Map<String, Carrier> carriers;
    private final Retry retry;
    private final Duration look;
    private final Clock clock;
    private final RandomGenerator chance = RandomGenerator.getDefault();
    private final MeterRegistry meters;
    private final Map<Backlog, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private volatile boolean open;
    private Thread loop;

    Delivering(
            DeliveryQueue queue,
            List<Carrier> carriers,
            DeliveryProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.queue = queue;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::kind, Function.identity()));
        this.retry = properties.retry();
        this.look = properties.look();
        this.clock = clock;
        this.meters = meters;
    }

    private void run() {
        boolean begun = false;
        while (open) {
            try {
                if (!begun) {
                    queue.takeOverFromSelf(clock.instant());
                    begun = true;
                }
                if (!pass()) {
                    Thread.sleep(look);
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException e) {
                LOG.warn("What is to be delivered cannot be read: {}", e.toString());
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether anything was taken */
    private boolean pass() {
        Instant now = clock.instant();
        queue.takeOver(now);
        boolean any = false;
        for (Backlog backlog : queue.due(now)) {
            AtomicInteger mine = underWay.computeIfAbsent(backlog, one -> new AtomicInteger());
            int room = Math.min(MOST_AT_ONCE - all.get(), MOST_OF_ONE - mine.get());
            if (room > 0) {
                List<TakenDelivery> taken = queue.take(backlog, room, now);
                taken.forEach(one -> begin(one, mine));
                any |= !taken.isEmpty();
            }
        }
        return any;
    }

    private void begin(TakenDelivery taken, AtomicInteger mine) {
        mine.incrementAndGet();
        all.incrementAndGet();
        Thread.ofVirtual().name("delivery-" + taken.delivery().id()).start(() -> {
            try {
                write(deliver(taken));
            } finally {
                mine.decrementAndGet();
                all.decrementAndGet();
            }
        });
    }

    private DeliveryEnding deliver(TakenDelivery taken) {
        var delivery = taken.delivery();
        try {
            Carrier carrier = carriers.get(delivery.kind());
            if (carrier == null) {
                throw new Undeliverable("this runtime delivers to no " + delivery.kind());
            }
            carrier.carry(delivery, Events.of(delivery.event()));
            return ending(taken, DeliveryState.DELIVERED, null, null);
        } catch (Undeliverable e) {
            return ending(taken, DeliveryState.DEAD, null, e);
        } catch (Exception e) {
            if (taken.attempt() > retry.times()) {
                return ending(taken, DeliveryState.DEAD, null, e);
            }
            return ending(taken, DeliveryState.PENDING, retry.pause(taken.attempt(), chance), e);
        }
    }

    private DeliveryEnding ending(TakenDelivery taken, DeliveryState state, Duration pause, Exception failure) {
        Instant now = clock.instant();
        String reason = failure == null ? null : reason(failure);
        count(taken, state);
        if (state == DeliveryState.DEAD) {
            var delivery = taken.delivery();
            LOG.warn(
                    "Delivery {} of invocation {} to the {} {} is given up after {} attempts: {}",
                    delivery.id(),
                    delivery.invocation(),
                    delivery.kind(),
                    delivery.target(),
                    taken.attempt(),
                    reason);
        }
        return new DeliveryEnding(taken, state, now, pause == null ? null : now.plus(pause), reason);
    }

    private static String reason(Exception failure) {
        String text = failure instanceof Undeliverable ? failure.getMessage() : failure.toString();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    private void count(TakenDelivery taken, DeliveryState state) {
        meters.counter(
                        "function.deliveries",
                        "kind",
                        taken.delivery().kind(),
                        "outcome",
                        switch (state) {
                            case PENDING -> "failed";
                            case DELIVERED -> "delivered";
                            case DEAD -> "dead";
                        })
                .increment();
    }

    /** Until the database takes it: what was delivered shall not be delivered again. */
    private void write(DeliveryEnding ending) {
        while (true) {
            try {
                if (!queue.end(ending)) {
                    LOG.warn(
                            "The end of delivery {} came after it had been taken over, and is refused",
                            ending.taken().delivery().id());
                }
                return;
            } catch (RuntimeException e) {
                LOG.error(
                        "The end of delivery {} cannot be written",
                        ending.taken().delivery().id(),
                        e);
                if (!open) {
                    return;
                }
                rest();
            }
        }
    }

    @Override
    public void start() {
        open = true;
        loop = Thread.ofPlatform().daemon().name("delivering").start(this::run);
    }

    /** Takes nothing more and waits a little for what is under way; the rest is taken over. */
    @Override
    public void stop() {
        open = false;
        loop.interrupt();
        long until = System.nanoTime() + LAST_WORDS.toNanos();
        while (all.get() > 0 && System.nanoTime() < until) {
            rest();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
