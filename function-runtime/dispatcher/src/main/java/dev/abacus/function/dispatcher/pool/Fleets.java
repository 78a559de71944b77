package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.wire.Frame;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All instances of this dispatcher, by version. */
public final class Fleets implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fleets.class);

    private final PoolProperties properties;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Ladder ladder;
    private final Workers workers;
    private final Reserve reserve;
    private final Settings settings;
    private final ColdStarts coldStarts;
    private final Map<FleetKey, Fleet> fleets = new ConcurrentHashMap<>();
    private final Set<FleetKey> prepared = ConcurrentHashMap.newKeySet();
    private final AtomicInteger instances = new AtomicInteger();

    public Fleets(
            PoolProperties properties, Catalogue catalogue, Settings settings, ColdStarts coldStarts, Clock clock) {
        this.properties = properties;
        this.catalogue = catalogue;
        this.settings = settings;
        this.coldStarts = coldStarts;
        this.clock = clock;
        ladder = new Ladder(clock, properties.grace());
        workers = new Workers(properties.directory(), ladder);
        reserve = new Reserve(workers, properties.reserve(), properties.memoryMb());
        settings.onChange(this::setUpAnew);
    }

    /** Told how long starts take. */
    public interface ColdStarts {
        void took(String function, Duration time);
    }

    /**
     * A place for one attempt.
     *
     * @throws NoCapacity when there was none for as long as {@link PoolProperties#queueing}
     * @throws UnusableVersion when no instance can be made of this version
     */
    public Slot acquire(DeployedVersion version, String tenant) throws NoCapacity, InterruptedException {
        return fleet(version, tenant).acquire(tenant == null ? "" : tenant, properties.queueing());
    }

    /** How many more calls of this version could be begun. */
    public int room(DeployedVersion version, String tenant) {
        Fleet fleet = fleets.get(FleetKey.of(version, tenant));
        return fleet == null
                ? version.definition().scale().max() * version.definition().concurrency()
                : fleet.room();
    }

    /** Looks after every fleet: called each second. */
    public void tend() {
        prepare(catalogue.live().stream()
                .filter(version -> prepared.add(FleetKey.of(version, "")))
                .toList());
        catalogue.live().stream()
                .filter(version -> version.definition().scale().min() > 0
                        && FleetKey.of(version, "").tenant() == null)
                .forEach(version -> fleet(version, null));
        fleets.values().forEach(Fleet::tend);
        fleets.values().removeIf(this::abandoned);
    }

    /** What the first call of a version would wait for: its artifact from the database, its settings from whoever keeps them. */
    private void prepare(List<DeployedVersion> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Thread.ofVirtual()
                .name("preparing-functions")
                .start(() -> fresh.forEach(version -> {
                    try {
                        catalogue.artifact(version);
                        settings.of(version);
                    } catch (RuntimeException e) {
                        LOG.info(
                                "{} {} is made ready by its first call: {}",
                                version.function(),
                                version.number(),
                                e.toString());
                    }
                }));
    }

    private void setUpAnew(String function) {
        fleets.forEach((key, fleet) -> {
            if (key.function().equals(function)) {
                fleet.setUp();
            }
        });
    }

    public int warm() {
        return reserve.warm();
    }

    public int instances() {
        return instances.get();
    }

    private boolean abandoned(Fleet fleet) {
        return fleet.size() == 0 && fleet.underWay() == 0;
    }

    private Fleet fleet(DeployedVersion version, String tenant) {
        return fleets.computeIfAbsent(
                FleetKey.of(version, tenant),
                key -> new Fleet(key, version.definition(), properties.stableWindow(), new Nest(version), clock));
    }

    private final class Nest implements Fleet.Hatchery {

        private final DeployedVersion version;

        private Nest(DeployedVersion version) {
            this.version = version;
        }

        @Override
        public boolean permit(Fleet asking) {
            if (instances.incrementAndGet() <= properties.instances()) {
                return true;
            }
            // One too many for a moment: the idle one goes while the new one starts.
            boolean madeRoom =
                    fleets.values().stream().filter(fleet -> fleet != asking).anyMatch(Fleet::shrink);
            if (!madeRoom) {
                instances.decrementAndGet();
            }
            return madeRoom;
        }

        @Override
        public Map<String, String> settings() {
            return settings.of(version);
        }

        @Override
        public WorkerProcess hatch() throws Exception {
            long from = System.nanoTime();
            var definition = version.definition();
            String artifact = catalogue.artifact(version).toString();
            WorkerProcess process = reserve.take(definition.memoryMb());
            try {
                process.load(new Frame.Load(
                                version.function(),
                                version.number(),
                                List.of(artifact),
                                definition.handler(),
                                settings()))
                        .get(properties.loading().toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                process.kill();
                throw e.getCause() instanceof UnusableVersion unusable ? unusable : e;
            } catch (TimeoutException e) {
                process.kill();
                throw new UnusableVersion(
                        "it was not ready within " + properties.loading().toSeconds() + " s");
            }
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            coldStarts.took(version.function(), took);
            LOG.debug("Worker {} serves {} {} after {}", process.pid(), version.function(), version.number(), took);
            return process;
        }

        @Override
        public void gone() {
            instances.decrementAndGet();
        }
    }

    /** Ends every process. Who wants calls to end well waits for them first. */
    @Override
    public void close() throws IOException {
        reserve.close();
        fleets.values().forEach(Fleet::kill);
        workers.close();
        ladder.close();
    }
}
