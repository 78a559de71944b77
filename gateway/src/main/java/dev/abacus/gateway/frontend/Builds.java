package dev.abacus.gateway.frontend;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kept builds. Looks at the directory again and again rather than asking to be told: a network's file system tells
 * nobody. A build that is there once is not read again; one that is taken away is forgotten.
 */
@Component
class Builds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Builds.class);

    private final Build packaged;
    private final Optional<BuildDirectory> directory;
    private final String baseline;
    private final Duration pause;
    private final long memory;
    private final Map<String, String> complaints = new HashMap<>();
    private volatile Map<String, Build> kept = Map.of();
    private volatile Thread looking;

    Builds(FrontEndProperties properties, JsonMapper json) {
        packaged = PackagedBuild.read(properties, json);
        directory = Optional.ofNullable(properties.directory()).map(path -> new BuildDirectory(path, json));
        baseline = properties.baseline();
        pause = properties.look();
        memory = properties.memory().toBytes();
    }

    Optional<Build> find(String id) {
        return id.equals(packaged.id()) ? Optional.of(packaged) : Optional.ofNullable(kept.get(id));
    }

    /** What everybody gets who is on no lane, or on one without a build of its own. */
    Build baseline() {
        return baseline == null ? packaged : find(baseline).orElse(packaged);
    }

    /** What was packaged is kept too: a page of it that is open outlives the next gateway. */
    @Override
    public synchronized void start() {
        directory.ifPresent(found -> {
            try {
                found.keep(packaged);
            } catch (IOException e) {
                log.warn("the packaged build {} is not kept for later: {}", packaged, e.toString());
            }
            look(found);
            looking = Thread.ofVirtual().name("front-end-builds").start(() -> keepLooking(found));
        });
    }

    private void keepLooking(BuildDirectory found) {
        try {
            while (true) {
                Thread.sleep(pause);
                look(found);
            }
        } catch (InterruptedException e) {
            log.debug("no more builds are looked for");
        }
    }

    private void look(BuildDirectory found) {
        try {
            Map<String, Build> before = kept;
            Map<String, Build> now = new HashMap<>();
            var ids = found.ids();
            ids.stream().map(before::get).filter(Objects::nonNull).forEach(build -> now.put(build.id(), build));
            for (String id : ids) {
                if (!now.containsKey(id) && !id.equals(packaged.id())) {
                    take(found, id, now);
                }
            }
            kept = Map.copyOf(now);
            if (baseline != null && find(baseline).isEmpty()) {
                complain("", new IllegalStateException("the baseline's build " + baseline + " is not there"));
            }
        } catch (IOException | RuntimeException e) {
            complain("", e);
        }
    }

    private void take(BuildDirectory found, String id, Map<String, Build> now) {
        try {
            long left = memory - now.values().stream().mapToLong(Build::bytes).sum();
            now.put(id, found.read(id, left));
            complaints.remove(id);
            log.info("front-end build {} is there", id);
        } catch (IOException | IllegalArgumentException e) {
            complain(id, e);
        }
    }

    /** Once for each reason: the next look is only a second away. */
    private void complain(String id, Exception e) {
        if (!e.toString().equals(complaints.put(id, e.toString()))) {
            log.warn("front-end build '{}' is not taken: {}", id, e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.interrupt();
            looking = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    /** Before the first request. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }
}
