package dev.abacus.sql.schema;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.drift.Structure;
import dev.abacus.sql.run.Database;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.TargetReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@WithServers(MARIADB)
class SchemaStateTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path KERNEL = ROOT.resolve("kernel/kernel-data/src/main/resources/db/kernel");

    private static final Migration ORDERS = migration(
            "V1__orders.sql", "CREATE TABLE shop_order (id INT PRIMARY KEY);\nINSERT INTO shop_order VALUES (1);");
    private static final Migration WEIGHT =
            migration("V2__weight.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;");

    private final Database database = Database.fresh();

    @Test
    void the_suites_own_migrations_make_what_flyway_makes_of_them() throws Exception {
        for (String service : List.of("trade", "inventory", "tenant")) {
            Path folder = ROOT.resolve(service + "-service/app/src/main/resources/db/migration/" + service);
            Database ours = Database.fresh();
            Database flyways = Database.fresh();
            flyway(flyways, service, KERNEL, folder);
            ServiceSchema schema = ServiceSchema.read(service, List.of(KERNEL, folder));

            assertThat(bring(ours, schema, null).message()).isEmpty();

            assertThat(Structure.of(flyways.shard())
                            .without(service + "_flyway")
                            .drift(Structure.of(ours.shard())))
                    .as(service)
                    .isEmpty();
            assertThat(state(ours, schema, null).isUpToDate()).isTrue();
        }
    }

    @Test
    void what_flyway_ran_counts_as_run_and_what_comes_after_it_is_run_here() throws Exception {
        Path folder = ROOT.resolve("trade-service/app/src/main/resources/db/migration/trade");
        flyway(database, "trade", KERNEL, folder);
        ServiceSchema schema = ServiceSchema.read("trade", List.of(KERNEL, folder));
        SchemaState state = state(database, schema, null);
        assertThat(state.pending()).isEmpty();
        assertThat(state.isUpToDate()).as("its ledger knows nothing yet").isFalse();

        List<Migration> more = new ArrayList<>(schema.migrations());
        more.add(Migration.of("V99__more.sql", "CREATE TABLE trade_more (id INT PRIMARY KEY);", "trade"));
        TargetReport report = bring(database, new ServiceSchema("trade", more), null);

        assertThat(report.message()).isEmpty();
        assertThat(report.ran()).isEqualTo(1);
        assertThat(state(database, new ServiceSchema("trade", more), null).isUpToDate())
                .isTrue();
    }

    @Test
    void what_was_edited_after_flyway_had_run_it_is_refused() throws Exception {
        database.execute(
                "CREATE TABLE shop_flyway (installed_rank INT, script VARCHAR(100), checksum INT, type VARCHAR(20),"
                        + " installed_by VARCHAR(100), success BOOL)",
                "INSERT INTO shop_flyway VALUES (1, 'V1__orders.sql', 7, 'SQL', 'baseline', TRUE)");

        SchemaState state = state(database, schema(ORDERS), null);

        assertThat(state.objections())
                .extracting(Objection::toString)
                .containsExactly("V1__orders.sql: it was edited after Flyway had run it; what has run stays as it was");
        assertThatThrownBy(() -> state.bringUpToDate(RunSettings.standard("test"), Progress.silent()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_a_lane_ran_under_flyway_is_the_lanes_still() throws Exception {
        database.execute("CREATE TABLE shop_order (id INT PRIMARY KEY, weight INT)");
        Flyway flyway = Flyway.configure()
                .dataSource(TestSchemas.url(database.schema()), "test", "test")
                .table("shop_flyway")
                .baselineOnMigrate(true)
                .load();
        flyway.baseline();
        database.execute("INSERT INTO shop_flyway (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) VALUES (2, '2', 'weight', 'SQL', 'V2__weight.sql', NULL,"
                + " 'lane spring-1', 1, TRUE)");

        bring(database, schema(WEIGHT), "spring-1");

        assertThat(database.rows("SELECT release_name, script, state FROM sql_ledger"))
                .containsExactly("schema.shop@spring-1 V2__weight.sql DONE");
    }

    @Test
    void one_that_fails_goes_on_at_the_statement_that_failed_when_it_is_mended() throws Exception {
        Migration broken = migration(
                "V2__tags.sql", "CREATE TABLE shop_tag (id INT PRIMARY KEY);\nINSERT INTO shop_tg VALUES (1);");
        assertThat(bring(database, schema(ORDERS, broken), null).message()).contains("V2__tags.sql:2");
        assertThat(state(database, schema(ORDERS, broken), null).pending()).containsExactly(broken);

        Migration mended = migration(
                "V2__tags.sql", "CREATE TABLE shop_tag (id INT PRIMARY KEY);\nINSERT INTO shop_tag VALUES (1);");
        TargetReport report = bring(database, schema(ORDERS, mended), null);

        assertThat(report.message()).isEmpty();
        assertThat(report.ran()).isEqualTo(1);
        assertThat(database.number("SELECT COUNT(*) FROM shop_order")).isEqualTo(1);
    }

    @Test
    void one_that_only_failed_may_take_another_name() throws Exception {
        assertThat(bring(database, schema(ORDERS, migration("V2__bad.sql", "DROP TABLE nobody;")), null)
                        .isDone())
                .isFalse();

        assertThat(bring(database, schema(ORDERS, WEIGHT), null).message()).isEmpty();
    }

    @Test
    void what_has_run_is_not_edited_and_a_version_is_not_used_twice() throws Exception {
        bring(database, schema(ORDERS, WEIGHT), null);

        assertThat(objections(schema(ORDERS, migration("V2__weight.sql", "ALTER TABLE shop_order ADD COLUMN w INT;"))))
                .containsExactly(
                        "V2__weight.sql: it is not what baseline ran as version 2; what has run stays as it was");
        assertThat(objections(schema(ORDERS, WEIGHT, migration("V2.0__w.sql", "DROP TABLE a;"))))
                .containsExactly("V2.0__w.sql: there are two of version 2");
    }

    @Test
    void an_older_build_finds_a_newer_schema_in_order_and_one_with_a_gap_does_not() throws Exception {
        bring(database, schema(ORDERS, WEIGHT), null);

        assertThat(state(database, schema(ORDERS), null).isUpToDate()).isTrue();
        assertThat(objections(schema(WEIGHT)))
                .containsExactly(
                        "V1__orders.sql: the baseline has run it, and this build lacks it: bring it up to date");
    }

    @Test
    void several_that_start_at_once_run_each_statement_once() throws Exception {
        Map<String, ServiceSchema> services = Map.of(
                "shop",
                schema(ORDERS, WEIGHT),
                "till",
                new ServiceSchema(
                        "till", List.of(Migration.of("V1__till.sql", "CREATE TABLE till (id INT);", "till"))));
        List<Callable<TargetReport>> starts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            services.values().forEach(schema -> starts.add(() -> bring(database, schema, null)));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int ran = 0;
            for (Future<TargetReport> report : threads.invokeAll(starts)) {
                assertThat(report.get().message()).isEmpty();
                ran += report.get().ran();
            }
            assertThat(ran).isEqualTo(4);
        }
        assertThat(database.number("SELECT COUNT(*) FROM shop_order")).isEqualTo(1);
    }

    @Test
    void a_schema_that_is_up_to_date_costs_five_statements_at_the_most() throws Exception {
        bring(database, schema(ORDERS, WEIGHT), null);
        long least = Long.MAX_VALUE;
        for (int trial = 0; trial < 5; trial++) {
            try (Connection watching = database.connect();
                    Statement statement = watching.createStatement()) {
                long before = questions(statement);
                assertThat(bring(database, schema(ORDERS, WEIGHT), null).ran()).isZero();
                least = Math.min(least, questions(statement) - before - 1);
            }
        }
        assertThat(least).isLessThanOrEqualTo(5);
    }

    private static Migration migration(String file, String text) {
        return Migration.of(file, text, "shop");
    }

    private static ServiceSchema schema(Migration... migrations) {
        return new ServiceSchema("shop", List.of(migrations));
    }

    private List<String> objections(ServiceSchema schema) throws SQLException {
        return state(database, schema, null).objections().stream()
                .map(Objection::toString)
                .toList();
    }

    private static SchemaState state(Database database, ServiceSchema schema, String lane) throws SQLException {
        try (Connection connection = database.shard().connect()) {
            return SchemaState.of(connection, database.shard(), schema, lane);
        }
    }

    /** As every process does at its start. */
    private static TargetReport bring(Database database, ServiceSchema schema, String lane)
            throws SQLException, InterruptedException {
        return state(database, schema, lane).bringUpToDate(RunSettings.standard("test"), Progress.silent());
    }

    private static void flyway(Database database, String service, Path... folders) {
        Flyway.configure()
                .dataSource(TestSchemas.url(database.schema()), "test", "test")
                .locations(List.of(folders).stream()
                        .map(folder -> "filesystem:" + folder)
                        .toArray(String[]::new))
                .placeholders(Map.of("service", service))
                .table(service + "_flyway")
                .installedBy("baseline")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static long questions(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
