package dev.abacus.kernel.sharding;

import dev.abacus.kernel.schema.AdditiveCheck;
import dev.abacus.kernel.schema.OwnMigrations;
import dev.abacus.kernel.schema.Refusal;
import dev.abacus.lane.LaneTag;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.schema.Migration;
import dev.abacus.sql.schema.SchemaState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each shard has the service's schema, by the runner of SQL releases; its ledger in the shard says who ran
 * each migration, the baseline or which lane: a lane may only add, and what it added is no concern of the others.
 */
final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private final DataProperties properties;
    private final LaneTag lane;
    private final OwnMigrations own;

    /** @param lane null on the baseline */
    Migrations(DataProperties properties, LaneTag lane) {
        this.properties = properties;
        this.lane = lane;
        this.own = OwnMigrations.of(properties.service());
    }

    /**
     * One query a shard where there is nothing to do.
     *
     * @throws SchemaRefused before anything is changed in any shard, when this build does not fit what is there
     */
    void run(Shards shards) {
        List<SchemaState> states =
                shards.names().stream().map(name -> state(shards, name)).toList();
        List<Refusal> refusals = states.stream()
                .flatMap(state -> refusals(state).stream())
                .distinct()
                .toList();
        if (!refusals.isEmpty()) {
            throw SchemaRefused.because(properties.service(), lane, refusals);
        }
        List<SchemaState> behind =
                states.stream().filter(state -> !state.isUpToDate()).toList();
        if (properties.schema() == DataProperties.Schema.CHECK) {
            refuseBehind(behind);
        } else {
            behind.forEach(this::bringUpToDate);
        }
    }

    private SchemaState state(Shards shards, String name) {
        DataProperties.Db db = properties.db();
        Target target = Target.shard(db.host() + ":" + db.port(), name, db.user(), db.password());
        // by the pool, which waits for a database that starts beside the service
        try (Connection connection = shards.get(name).getConnection()) {
            return SchemaState.of(connection, target, own.schema(), lane == null ? null : lane.toString());
        } catch (SQLException e) {
            throw new IllegalStateException("The schema of " + name + " cannot be looked at", e);
        }
    }

    /** The baseline's build may do whatever it likes to what is its own. */
    private List<Refusal> refusals(SchemaState state) {
        List<Refusal> refusals = new ArrayList<>(state.objections().stream()
                .map(objection -> Refusal.of(objection.file(), objection.reason()))
                .toList());
        if (lane != null) {
            refusals.addAll(AdditiveCheck.refusals(own.scripts(state.past()), own.scripts(state.pending())));
        }
        return refusals;
    }

    private void refuseBehind(List<SchemaState> behind) {
        List<String> lacking = behind.stream()
                .filter(state -> !state.pending().isEmpty())
                .map(state -> state.target().name() + " lacks "
                        + String.join(
                                ", ",
                                state.pending().stream().map(Migration::file).toList()))
                .toList();
        if (!lacking.isEmpty()) {
            throw SchemaRefused.behind(properties.service(), lacking);
        }
    }

    private void bringUpToDate(SchemaState state) {
        String owner =
                properties.service() + "-service-" + ProcessHandle.current().pid();
        try {
            TargetReport report = state.bringUpToDate(RunSettings.standard(owner), new Logged());
            if (!report.isDone()) {
                throw new IllegalStateException(state.target().name() + " is not up to date: " + report.message());
            }
            log.info("{}: {} statements of {}", report.target(), report.ran(), properties.service());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Logged implements Progress {
        @Override
        public void statementDone(String target, String place, long rows, Duration took) {
            log.debug("{}: {} took {}", target, place, took);
        }

        @Override
        public void note(String target, String what) {
            log.info("{}: {}", target, what);
        }
    }
}
