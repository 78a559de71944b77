package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.dispatcher.pool.WaitingLine.Waiter;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The instances of one version, for all tenants or for one. */
final class Fleet {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

    /** A version that could not be loaded is not tried again for every call. */
    private static final Duration REST = Duration.ofSeconds(3);

    private final FleetKey key;
    private final FunctionDefinition definition;
    private final Hatchery hatchery;
    private final Clock clock;
    private final Autoscaler scaler;
    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine line = new WaitingLine();
    private final List<Instance> instances = new ArrayList<>();
    private int starting;
    private UnusableVersion unusable;
    private Instant restUntil = Instant.MIN;
    private Load load;

    /** Where instances come from and go to. */
    interface Hatchery {

        /** Allows one instance more of all that there may be, if need be at the cost of an idle one elsewhere. */
        boolean permit(Fleet asking);

        /** Makes an instance; takes as long as it takes. Whatever it throws, the permission is spent back by the fleet. */
        WorkerProcess hatch() throws Exception;

        /** What an instance is set up by, as of this moment. */
        Map<String, String> settings();

        void gone();
    }

    /** Calls over time: the area under their number since the last sample. */
    private record Load(Instant since, double area, Instant changed) {}

    Fleet(FleetKey key, FunctionDefinition definition, Duration stableWindow, Hatchery hatchery, Clock clock) {
        this.key = key;
        this.definition = definition;
        this.hatchery = hatchery;
        this.clock = clock;
        this.scaler = new Autoscaler(stableWindow, definition.concurrency());
        Instant now = clock.instant();
        load = new Load(now, 0, now);
    }

    /**
     * A free place, waited for while instances start or calls end.
     *
     * @param tenant whose call it is; {@code ""} for the platform
     * @throws NoCapacity when there was none for so long
     * @throws UnusableVersion when no instance can be made of this version
     */
    Slot acquire(String tenant, Duration patience) throws NoCapacity, InterruptedException {
        lock.lockInterruptibly();
        try {
            weigh();
            Optional<Instance> free = line.length() == 0 ? free() : Optional.empty();
            return free.isPresent() ? taken(free.get(), tenant) : waited(tenant, patience);
        } finally {
            lock.unlock();
        }
    }

    private Slot taken(Instance instance, String tenant) {
        instance.take();
        line.took(tenant);
        return new Slot(this, instance, tenant);
    }

    private Slot waited(String tenant, Duration patience) throws NoCapacity, InterruptedException {
        long left = patience.toNanos();
        Waiter self = line.join(tenant, lock.newCondition());
        boolean served = false;
        try {
            while (self.given().isEmpty()) {
                refuseUnusable();
                growFor(busy() + line.length());
                if (left <= 0) {
                    throw new NoCapacity(key.function());
                }
                left = self.turn().awaitNanos(left);
            }
            served = true;
            return self.given().get();
        } finally {
            weigh();
            line.leave(self);
            if (!served) {
                self.given().ifPresent(Slot::release);
            }
        }
    }

    /** Gives free places to those who wait. */
    private void serve() {
        while (line.length() > 0) {
            Optional<Instance> free = free();
            if (free.isEmpty()) {
                return;
            }
            Waiter next = line.next();
            next.give(taken(free.get(), next.tenant()));
        }
    }

    /** How many more calls could be begun now or as soon as instances have started. */
    int room() {
        lock.lock();
        try {
            return definition.scale().max() * definition.concurrency() - busy() - line.length();
        } finally {
            lock.unlock();
        }
    }

    void free(Instance instance, String tenant) {
        lock.lock();
        try {
            weigh();
            instance.free();
            line.gave(tenant);
            if (instance.leaving() && instance.busy() == 0) {
                instance.process().stop();
            }
            serve();
        } finally {
            lock.unlock();
        }
    }

    /** Grows ahead of need, and lets go of what has had nothing to do. */
    void tend() {
        lock.lock();
        try {
            Instant now = clock.instant();
            scaler.observe(now, sampled(now));
            int wanted = Math.clamp(
                    scaler.desired(now, instances.size()),
                    definition.scale().min(),
                    definition.scale().max());
            growTo(wanted);
            for (int extra = instances.size() + starting - wanted; extra > 0; extra--) {
                if (!shrink()) {
                    break;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends an instance that serves nobody, beyond those that are kept; the youngest first. */
    boolean shrink() {
        lock.lock();
        try {
            Optional<Instance> idle =
                    instances.stream().filter(instance -> instance.busy() == 0).reduce((older, younger) -> younger);
            idle.ifPresent(this::dismiss);
            return idle.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Settings have changed. */
    void setUp() {
        lock.lock();
        try {
            instances.forEach(this::setUp);
        } finally {
            lock.unlock();
        }
    }

    /** Read and sent under the lock, so that of two changes the later one is heard last. */
    private void setUp(Instance instance) {
        instance.process().settings(hatchery.settings());
    }

    void kill() {
        lock.lock();
        try {
            instances.forEach(instance -> instance.process().kill());
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return instances.size() + starting;
        } finally {
            lock.unlock();
        }
    }

    int underWay() {
        lock.lock();
        try {
            return busy() + line.length();
        } finally {
            lock.unlock();
        }
    }

    private void dismiss(Instance instance) {
        instances.remove(instance);
        instance.leave();
        if (instance.busy() == 0) {
            instance.process().stop();
        }
    }

    /** The fullest that has room: what is left idle can then be let go of. */
    private Optional<Instance> free() {
        return instances.stream()
                .filter(instance -> instance.busy() < definition.concurrency())
                .max(Comparator.comparingInt(Instance::busy));
    }

    private int busy() {
        return instances.stream().mapToInt(Instance::busy).sum();
    }

    private void refuseUnusable() {
        if (unusable != null && clock.instant().isBefore(restUntil) && instances.isEmpty() && starting == 0) {
            throw unusable;
        }
    }

    private void growFor(int calls) {
        growTo(Math.min(
                Math.ceilDiv(calls, definition.concurrency()),
                definition.scale().max()));
    }

    private void growTo(int wanted) {
        if (clock.instant().isBefore(restUntil)) {
            return;
        }
        while (instances.size() + starting < wanted && hatchery.permit(this)) {
            starting++;
            Thread.ofVirtual().name("start-" + key.function()).start(this::start);
        }
    }

    private void start() {
        WorkerProcess process = null;
        UnusableVersion failure = null;
        try {
            process = hatchery.hatch();
        } catch (UnusableVersion e) {
            failure = e;
        } catch (Exception e) {
            LOG.error("No instance of {} could be started", key, e);
            failure = new UnusableVersion("no process could be started for it: " + e.getMessage());
        }
        lock.lock();
        try {
            starting--;
            if (failure != null) {
                unusable = failure;
                restUntil = clock.instant().plus(REST);
                hatchery.gone();
            } else {
                unusable = null;
                admit(process);
                serve();
            }
            line.wakeAll();
        } finally {
            lock.unlock();
        }
    }

    private void admit(WorkerProcess process) {
        Instance instance = new Instance(process);
        instances.add(instance);
        // They may have changed while it was starting, when nobody knew of it to tell it.
        setUp(instance);
        process.gone().thenRun(() -> left(instance));
    }

    private void left(Instance instance) {
        lock.lock();
        try {
            instances.remove(instance);
            hatchery.gone();
            line.wakeAll();
        } finally {
            lock.unlock();
        }
    }

    private void weigh() {
        Instant now = clock.instant();
        double more = (busy() + line.length()) * seconds(load.changed(), now);
        load = new Load(load.since(), load.area() + more, now);
    }

    private double sampled(Instant now) {
        weigh();
        double length = seconds(load.since(), now);
        double mean = length == 0 ? busy() + line.length() : load.area() / length;
        load = new Load(now, 0, now);
        return mean;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
