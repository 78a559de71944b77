package dev.abacus.kernel.sharding;

import dev.abacus.kernel.schema.AdditiveCheck;
import dev.abacus.kernel.schema.Refusal;
import dev.abacus.kernel.schema.Script;
import dev.abacus.lane.LaneTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has run in one shard, who ran it, and how it stands to what this build brings. */
final class MigrationHistory {

    private static final Logger log = LoggerFactory.getLogger(MigrationHistory.class);
    private static final String BASELINE = "baseline";
    private static final String LANE = "lane ";

    private final String service;
    private final LaneTag lane;
    private final DataSource shard;
    private final List<MigrationInfo> migrations;

    /** @param lane whose build this is; null for the baseline's */
    MigrationHistory(String service, LaneTag lane, DataSource shard, Flyway flyway) {
        this.service = service;
        this.lane = lane;
        this.shard = shard;
        this.migrations = List.of(flyway.info().all());
    }

    /** What the history names as the one who ran a migration. */
    static String signature(LaneTag lane) {
        return lane == null ? BASELINE : LANE + lane;
    }

    /** Why this build may not migrate the shard. The baseline's may whatever Flyway lets it. */
    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>(lacking().toList());
        if (lane != null) {
            edited().map(migration -> Refusal.of(
                            migration.getScript(),
                            "it is not what " + migration.getInstalledBy() + " ran as version " + migration.getVersion()
                                    + "; what has run stays as it was"))
                    .forEach(refusals::add);
            refusals.addAll(notAdditive());
        }
        return refusals;
    }

    /**
     * The baseline's build lacks its own newest ones after a release is taken back, which does no harm: schemas only grow.
     * Any other gap is a build that was put together wrongly.
     */
    private Stream<Refusal> lacking() {
        Predicate<MigrationInfo> gap = migration -> migration.getState() == MigrationState.MISSING_SUCCESS
                || lane != null && migration.getState() == MigrationState.FUTURE_SUCCESS;
        return migrations.stream()
                .filter(gap)
                .filter(migration -> !byLane(migration))
                .map(migration -> Refusal.of(
                        migration.getScript(),
                        "the baseline has run it, and this build lacks it: bring it up to date"));
    }

    private Stream<MigrationInfo> edited() {
        return migrations.stream()
                .filter(migration -> migration.isVersioned()
                        && hasRun(migration)
                        && migration.getState().isResolved()
                        && !migration.isChecksumMatching());
    }

    private List<Refusal> notAdditive() {
        Map<String, Script> scripts = scripts();
        List<Script> past = migrations.stream()
                .filter(migration -> hasRun(migration) && scripts.containsKey(migration.getScript()))
                .sorted(Comparator.comparing(MigrationInfo::getInstalledRank))
                .map(migration -> scripts.get(migration.getScript()))
                .toList();
        List<MigrationInfo> pending = migrations.stream()
                .filter(migration -> !hasRun(migration) && migration.getState().isResolved())
                .toList();
        List<Refusal> refusals = new ArrayList<>(pending.stream()
                .filter(migration -> !scripts.containsKey(migration.getScript()))
                .map(migration -> Refusal.of(migration.getScript(), "it is no SQL script, so it cannot be checked"))
                .toList());
        refusals.addAll(AdditiveCheck.refusals(
                past,
                pending.stream()
                        .map(MigrationInfo::getScript)
                        .filter(scripts::containsKey)
                        .map(scripts::get)
                        .toList()));
        return refusals;
    }

    /** By the name that the history gives them. */
    private Map<String, Script> scripts() {
        Map<String, Script> scripts = new HashMap<>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String place : List.of("db/kernel/", "db/migration/" + service + "/")) {
                for (Resource resource : resolver.getResources("classpath*:" + place + "*.sql")) {
                    String name = resource.getFilename();
                    String text = resource.getContentAsString(StandardCharsets.UTF_8);
                    scripts.put(name, Script.of(place + name, text, service));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripts;
    }

    /**
     * Takes out of the history what a lane left there and nobody else should stumble over: a migration that failed, which
     * is tried again; and, for the baseline, a version that it uses for something else, since the numbers are the
     * baseline's. What the lane added stays in the schema, where nobody minds it.
     */
    void forgetRemainsOfLanes() {
        Stream<MigrationInfo> failed =
                migrations.stream().filter(migration -> migration.getState().isFailed());
        Stream<MigrationInfo> numbers = lane == null ? edited() : Stream.empty();
        Stream.concat(failed, numbers).filter(MigrationHistory::byLane).forEach(this::forget);
    }

    private void forget(MigrationInfo migration) {
        log.warn(
                "{} of {} as {} ran it is no longer in the history",
                migration.getScript(),
                service,
                migration.getInstalledBy());
        JdbcClient.create(shard)
                .sql("DELETE FROM " + service + "_flyway WHERE installed_rank = ?")
                .param(migration.getInstalledRank())
                .update();
    }

    private static boolean hasRun(MigrationInfo migration) {
        return migration.getState().isApplied() && !migration.getState().isFailed();
    }

    private static boolean byLane(MigrationInfo migration) {
        return migration.getInstalledBy() != null && migration.getInstalledBy().startsWith(LANE);
    }
}
