package dev.abacus.sql.schema;

import dev.abacus.sql.drive.TargetWork;
import dev.abacus.sql.flyway.FlywayHistory;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.Cancellation;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetLedger;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.run.TargetReport.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a target stands to a build of a service. Version numbers are the baseline's: a lane uses none that somebody else
 * has used for something else, and the baseline minds no lane. What has run stays as it was.
 */
public final class SchemaState {

    private final Target target;
    private final ServiceSchema schema;
    private final String lane;
    private final List<Ran> history;
    private final Map<Migration, Long> past = new LinkedHashMap<>();
    private final List<Migration> pending = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final Map<String, Set<String>> toAdopt = new HashMap<>();

    private SchemaState(Target target, ServiceSchema schema, String lane, List<Ran> history) {
        this.target = target;
        this.schema = schema;
        this.lane = lane;
        // what only failed changed nothing, and stands in nobody's way
        this.history = history.stream().filter(Ran::leftSomething).toList();
    }

    /**
     * By one query where nothing is pending. Where something is, what Flyway ran there before counts as run.
     *
     * @param connection to the target; it is left open
     * @param lane whose build it is; null for the baseline's
     */
    public static SchemaState of(Connection connection, Target target, ServiceSchema schema, String lane)
            throws SQLException {
        SchemaState state = new SchemaState(target, schema, lane, SchemaHistory.read(connection, target, schema));
        state.judge();
        if (!state.pending.isEmpty()) {
            state.adopt(new FlywayHistory(schema.service() + "_flyway").entries(connection));
        }
        return state;
    }

    public Target target() {
        return target;
    }

    /** Migrations of this build that have run, in the order in which they did. */
    public List<Migration> past() {
        return past.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Migration, Long> entry) -> entry.getValue())
                        .thenComparing(entry -> entry.getKey().version()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that have not, or not to their end, in the order in which they will. */
    public List<Migration> pending() {
        return List.copyOf(pending);
    }

    /** What stands in the way of running them; empty when nothing does. */
    public List<Objection> objections() {
        return List.copyOf(objections);
    }

    private void judge() {
        Set<Version> versions = new HashSet<>();
        for (Migration migration : schema.migrations()) {
            if (migration.version() == null) {
                object(migration.file(), "only scripts named V<version>__<description>.sql can be run");
            } else if (!versions.add(migration.version())) {
                object(migration.file(), "there are two of version " + migration.version());
            } else {
                judge(migration);
            }
        }
        lacking(versions);
    }

    private void judge(Migration migration) {
        // the baseline's word counts before any lane's
        Ran same = find(ran -> ran.byBaseline() && ran.isAllOf(migration));
        Ran other = same == null ? find(ran -> ran.byBaseline() && isAnother(ran, migration)) : null;
        if (same == null && other == null) {
            same = find(ran -> ran.isAllOf(migration));
            other = same == null && lane != null ? find(ran -> ran.isOver() && isAnother(ran, migration)) : null;
        }
        if (same != null) {
            past.put(migration, same.epoch());
        } else if (other == null) {
            pending.add(migration);
        } else {
            object(
                    migration.file(),
                    "it is not what " + other.by() + " ran as version " + migration.version()
                            + "; what has run stays as it was");
        }
    }

    /** Under this number, and not what this build would go on with. */
    private boolean isAnother(Ran ran, Migration migration) {
        boolean ours = Objects.equals(ran.lane(), lane);
        return migration.version().equals(Migration.version(ran.file())) && !(ours && ran.isBeginningOf(migration));
    }

    /**
     * The baseline's build lacks its own newest ones after a release is taken back, which does no harm: schemas only grow.
     * Any other gap is a build that was put together wrongly.
     */
    private void lacking(Set<Version> versions) {
        Version newest = versions.stream().max(Comparator.naturalOrder()).orElse(null);
        for (Ran ran : history) {
            Version version = Migration.version(ran.file());
            boolean gap = lane != null || newest != null && version.compareTo(newest) < 0;
            if (ran.byBaseline() && !versions.contains(version) && gap) {
                object(ran.file(), "the baseline has run it, and this build lacks it: bring it up to date");
            }
        }
    }

    private Ran find(Predicate<Ran> which) {
        return history.stream().filter(which).findFirst().orElse(null);
    }

    private void object(String file, String reason) {
        objections.add(new Objection(file, reason));
    }

    /** What failed under Flyway is not in the ledger either, and runs again; what a lane left half-done there stays. */
    private void adopt(List<FlywayHistory.Entry> entries) {
        Map<String, FlywayHistory.Entry> byFile = entries.stream()
                .filter(FlywayHistory.Entry::success)
                .collect(Collectors.toMap(FlywayHistory.Entry::script, entry -> entry, (first, again) -> again));
        Map<String, Ran> begun =
                history.stream().collect(Collectors.toMap(Ran::file, ran -> ran, (first, again) -> first));
        for (Migration migration : List.copyOf(pending)) {
            FlywayHistory.Entry entry = byFile.get(migration.file());
            if (entry == null || begun.containsKey(migration.file())) {
                continue;
            }
            pending.remove(migration);
            if (entry.isOf(migration.written())) {
                past.put(migration, 0L);
                toAdopt.computeIfAbsent(entry.lane(), by -> new HashSet<>()).add(migration.file());
            } else {
                object(migration.file(), "it was edited after Flyway had run it; what has run stays as it was");
            }
        }
    }

    /**
     * Runs what is pending; when another one is at it, waits for that.
     *
     * @throws IllegalStateException when there are objections
     */
    public TargetReport bringUpToDate(RunSettings settings, Progress progress) throws InterruptedException {
        if (!objections.isEmpty()) {
            throw new IllegalStateException(objections.toString());
        }
        TargetReport report =
                new TargetReport(target.name(), Outcome.DONE, 0, past.size(), 0, Duration.ZERO, "", false);
        for (Map.Entry<String, Set<String>> adopted : toAdopt.entrySet()) {
            Release all = schema.release(adopted.getKey(), schema.migrations());
            report = TargetWork.patiently(
                    settings,
                    Cancellation.never(),
                    () -> TargetLedger.adopt(all, target, settings, progress, adopted.getValue()));
            if (!report.isDone()) {
                return report;
            }
            progress.note(
                    target.name(),
                    schema.service() + ": " + adopted.getValue().size() + " migrations that Flyway ran count as run");
        }
        return pending.isEmpty()
                ? report
                : TargetWork.run(schema.release(lane, ours()), target, settings, progress, Cancellation.never());
    }

    /** What is pending, and what our own ledger tells of; what a lane ran is not run by the baseline again, nor the other way round. */
    private List<Migration> ours() {
        Set<String> known = new HashSet<>(toAdopt.getOrDefault(lane, Set.of()));
        history.stream().filter(ran -> Objects.equals(ran.lane(), lane)).forEach(ran -> known.add(ran.file()));
        return schema.migrations().stream()
                .filter(migration -> pending.contains(migration) || known.contains(migration.file()))
                .toList();
    }

    /** Whether nothing is to be done, not even to be told to the ledger. */
    public boolean isUpToDate() {
        return pending.isEmpty() && toAdopt.isEmpty() && objections.isEmpty();
    }
}
