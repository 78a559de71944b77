package dev.abacus.kernel.sharding;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings each shard to the service's schema: the kernel's tables ({@code db/kernel}, versions 0.x) and the service's own
 * ({@code db/migration/<service>}). Every service has a history of its own, since shards hold the tables of several.
 */
final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    static void run(String service, Shards shards) {
        for (String name : shards.names()) {
            int done = flyway(service, shards.get(name)).migrate().migrationsExecuted;
            if (done > 0) {
                log.info("{}: {} migrations of {}", name, done, service);
            }
        }
    }

    private static Flyway flyway(String service, DataSource shard) {
        return Flyway.configure()
                .dataSource(shard)
                .locations("classpath:db/kernel", "classpath:db/migration/" + service)
                .placeholders(Map.of("service", service))
                .table(service + "_flyway")
                // Other services' tables are there already, and the kernel's 0.x may come after a service's 1.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(true)
                .load();
    }
}
