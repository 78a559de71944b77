package dev.abacus.kernel.sharding;

import dev.abacus.kernel.schema.Refusal;
import dev.abacus.lane.LaneTag;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each shard to the service's schema: the kernel's tables ({@code db/kernel}, versions 0.x) and the service's own
 * ({@code db/migration/<service>}). Every service has a history of its own, since shards hold the tables of several. The
 * history says who ran each migration, the baseline or which lane: a lane may only add, and what it added is no concern
 * of the others.
 */
final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private final String service;
    private final LaneTag lane;

    /** @param lane null on the baseline */
    Migrations(String service, LaneTag lane) {
        this.service = service;
        this.lane = lane;
    }

    /** @throws SchemaRefused before anything is changed in any shard, when this is a lane's build and does not only add */
    void run(Shards shards) {
        List<Refusal> refusals = shards.names().stream()
                .flatMap(name -> history(shards.get(name)).refusals().stream())
                .distinct()
                .toList();
        if (!refusals.isEmpty()) {
            throw new SchemaRefused(service, lane, refusals);
        }
        for (String name : shards.names()) {
            history(shards.get(name)).forgetRemainsOfLanes();
            int done = flyway(shards.get(name)).migrate().migrationsExecuted;
            if (done > 0) {
                log.info("{}: {} migrations of {}", name, done, service);
            }
        }
    }

    private MigrationHistory history(DataSource shard) {
        return new MigrationHistory(service, lane, shard, flyway(shard));
    }

    private Flyway flyway(DataSource shard) {
        return Flyway.configure()
                .dataSource(shard)
                .locations("classpath:db/kernel", "classpath:db/migration/" + service)
                .placeholders(Map.of("service", service))
                .table(service + "_flyway")
                .installedBy(MigrationHistory.signature(lane))
                // Other services' tables are there already, and the kernel's 0.x may come after a service's 1.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(true)
                // A lane's migrations are in the history and not in this build; MigrationHistory looks at the others.
                .ignoreMigrationPatterns("*:missing", "*:future")
                // Scripts beside the migrations would run without having been looked at.
                .skipDefaultCallbacks(true)
                .load();
    }
}
