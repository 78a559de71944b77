package dev.abacus.function.dispatcher.registry.persistence;

import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.application.Refreshing;
import dev.abacus.function.dispatcher.registry.domain.Snapshot;
import dev.abacus.function.dispatcher.registry.domain.Snapshot.Known;
import dev.abacus.function.dispatcher.registry.domain.Target;
import dev.abacus.kernel.domain.DomainException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The catalogue in memory. Twice a second it looks at the count of changes, one row, and reads what is new; versions never
 * change, so each is read once. With the database away the last known state stays in force.
 */
@Component
class JdbcCatalogue implements Catalogue, Refreshing {

    private static final Logger log = LoggerFactory.getLogger(JdbcCatalogue.class);
    private static final int LOOK_EVERY_MILLIS = 500;

    private final JdbcClient jdbc;
    private final ArtifactStore artifacts;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, List<DeployedVersion>> versions = new HashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("catalogue").factory());
    private long lastVersion;
    private volatile boolean away;
    private volatile Snapshot snapshot = Snapshot.EMPTY;

    JdbcCatalogue(JdbcClient jdbc, ArtifactStore artifacts) {
        this.jdbc = jdbc;
        this.artifacts = artifacts;
    }

    @PostConstruct
    void begin() {
        load();
        looking.scheduleWithFixedDelay(this::refresh, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        looking.shutdownNow();
    }

    /** Who has changed something has changed it, whether or not it can be read back now; the next look sees it. */
    @Override
    public void refresh() {
        try {
            if (load()) {
                listeners.forEach(JdbcCatalogue::tell);
            }
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                log.warn("functions stay as they were last seen: {}", e.getMessage());
            }
            away = true;
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.error("a listener to changes of functions failed", e);
        }
    }

    /**
     * The count is read first and the versions last: what is read is at least as new as the count says, and no alias is known
     * before the version that it points at.
     */
    private synchronized boolean load() {
        long changes =
                jdbc.sql("SELECT changes FROM fn_registry").query(Long.class).single();
        if (changes == snapshot.number()) {
            return false;
        }
        Set<String> names = jdbc.sql("SELECT name FROM fn_function WHERE removed_at IS NULL")
                .query(String.class)
                .set();
        Map<String, Map<String, Target>> aliases = new HashMap<>();
        jdbc.sql("SELECT name, alias, version, second, basis_points FROM fn_alias")
                .query(row -> {
                    aliases.computeIfAbsent(row.getString("name"), name -> new HashMap<>())
                            .put(row.getString("alias"), Columns.target(row));
                });
        readNewVersions();
        Map<String, Known> functions = new HashMap<>();
        names.forEach(name -> functions.put(
                name, Known.of(versions.getOrDefault(name, List.of()), aliases.getOrDefault(name, Map.of()))));
        snapshot = new Snapshot(changes, functions);
        return true;
    }

    private void readNewVersions() {
        jdbc.sql("SELECT id, name, number, definition, sha256, lane, author, reason, deployed_at FROM fn_version"
                        + " WHERE id > ? ORDER BY id")
                .param(lastVersion)
                .query(row -> {
                    lastVersion = row.getLong("id");
                    try {
                        DeployedVersion version = Columns.version(row, 0);
                        versions.computeIfAbsent(version.function(), name -> new ArrayList<>())
                                .add(version);
                    } catch (DomainException e) {
                        log.error("{} {} cannot be read any more", row.getString("name"), row.getInt("number"), e);
                    }
                });
    }

    @Override
    public Optional<DeployedVersion> resolve(String function, String qualifier, String tenant, String lane) {
        return snapshot.resolve(function, qualifier, tenant, lane, ThreadLocalRandom.current());
    }

    @Override
    public Optional<DeployedVersion> version(String function, int number) {
        return snapshot.version(function, number);
    }

    @Override
    public List<DeployedVersion> live() {
        return snapshot.live();
    }

    @Override
    public Path artifact(DeployedVersion version) {
        return artifacts.onDisk(version.sha256());
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
