package dev.abacus.function.dispatcher.trigger;

import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.lane.obey.Self;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps a source open for each trigger of each function that is live, and for no other. A dispatcher that belongs to a lane opens
 * none: which lane an event is on decides the version that it gets, not the dispatcher that reads it.
 */
@Component
class Sources implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private final Catalogue catalogue;
    private final List<SourceKind> kinds;
    private final boolean reading;
    private final Map<Key, Source> open = new HashMap<>();
    private volatile boolean running;

    /** A trigger that was changed is another one. */
    private record Key(String function, Trigger trigger) {}

    Sources(Catalogue catalogue, List<SourceKind> kinds, Self self) {
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.reading = self.onBaseline();
    }

    @Scheduled(fixedDelay = 500)
    synchronized void follow() {
        if (!running || !reading) {
            return;
        }
        Set<Key> wanted = new HashSet<>();
        for (DeployedVersion version : catalogue.live()) {
            version.definition().triggers().forEach(trigger -> wanted.add(new Key(version.function(), trigger)));
        }
        // First those that go: one that was changed reads on under its old name.
        Set.copyOf(open.keySet()).stream().filter(key -> !wanted.contains(key)).forEach(this::close);
        wanted.stream().filter(key -> !open.containsKey(key)).forEach(this::open);
    }

    private void open(Key key) {
        Optional<SourceKind> kind =
                kinds.stream().filter(one -> one.serves(key.trigger())).findFirst();
        if (kind.isPresent()) {
            LOG.info("Trigger {} of {} is opened", key.trigger().name(), key.function());
            open.put(key, kind.get().open(key.function(), key.trigger()));
        }
    }

    private void close(Key key) {
        LOG.info("Trigger {} of {} is closed", key.trigger().name(), key.function());
        try {
            open.remove(key).close();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Trigger {} of {} was not closed cleanly: {}", key.trigger().name(), key.function(), e.toString());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        Set.copyOf(open.keySet()).forEach(this::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
