package dev.abacus.kernel.sharding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.Self;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Builds of the baseline and of lanes, one after the other, on the same shards of the real database. */
@WithServers(Server.MARIADB)
class LaneMigrationsTest {

    private static final LaneTag SPRING = LaneTag.parse("spring-1");
    private static final LaneTag AUTUMN = LaneTag.parse("autumn-4");

    private static final Map<String, String> RELEASED = Map.of(
            "V1__order.sql",
            "CREATE TABLE shop_order (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, code VARCHAR(9) NOT NULL,"
                    + " fax INT, PRIMARY KEY (tenant_id, id));",
            "V2__no_fax.sql",
            "ALTER TABLE shop_order DROP COLUMN fax;");

    @TempDir
    private Path builds;

    private List<String> schemas;
    private Shards shards;
    private int build;

    @BeforeEach
    void releasedBaseline() throws Exception {
        schemas = TestSchemas.create("shop");
        shards = new Shards(properties(DataProperties.Schema.MIGRATE));
        start(null, Map.of());
    }

    private DataProperties properties(DataProperties.Schema schema) {
        return new DataProperties(
                "shop",
                schemas,
                new DataProperties.Db(
                        System.getProperty("abacus.db.host"),
                        Integer.getInteger("abacus.db.port"),
                        System.getProperty("abacus.db.user"),
                        System.getProperty("abacus.db.password"),
                        2),
                schema);
    }

    @AfterEach
    void noConnectionIsLeft() {
        shards.close();
    }

    @Test
    void a_lane_that_only_adds_starts_and_the_ledger_says_that_it_was_the_lane() throws Exception {
        start(SPRING, Map.of("V3__weight.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;"));
        assertThat(columns()).contains("weight");
        assertThat(text("SELECT release_name FROM sql_ledger WHERE script = 'V3__weight.sql'"))
                .isEqualTo("schema.shop@spring-1");
        assertThat(text("SELECT release_name FROM sql_ledger WHERE script = 'V2__no_fax.sql'"))
                .isEqualTo("schema.shop");
    }

    @Test
    void one_that_does_not_changes_nothing_in_any_shard_and_says_why() throws Exception {
        Map<String, String> changes = Map.of(
                "V3__weight.sql",
                "ALTER TABLE shop_order ADD COLUMN weight INT;",
                "V4__less.sql",
                "ALTER TABLE shop_order\n  ADD COLUMN height INT;\nALTER TABLE shop_order DROP COLUMN code;");
        assertThatThrownBy(() -> start(SPRING, changes))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("Lane spring-1's build of shop")
                .hasMessageContaining(
                        "db/migration/shop/V4__less.sql:3: the baseline still uses the column code; schemas only grow")
                .satisfies(refused -> {
                    FailureAnalysis told = new SchemaRefusedAnalyzer().analyze(new RuntimeException(refused));
                    assertThat(told.getDescription()).contains("V4__less.sql:3");
                });
        assertThat(columns()).containsExactlyInAnyOrder("tenant_id", "id", "code");
        start(null, changes);
        assertThat(columns()).as("what a lane may not, the baseline may").doesNotContain("code");
    }

    @Test
    void the_process_of_such_a_build_does_not_start_on_a_lane_and_migrates_as_the_baseline() throws Exception {
        try (var classes = build(Map.of("V3__less.sql", "ALTER TABLE shop_order DROP COLUMN code;"))) {
            var process = new ApplicationContextRunner()
                    .withClassLoader(classes)
                    .withConfiguration(AutoConfigurations.of(
                            DataAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class))
                    .withBean(Clock.class, Clock::systemUTC)
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withPropertyValues(
                            "abacus.service=shop",
                            "abacus.shards=" + String.join(",", schemas),
                            "abacus.db.host=" + System.getProperty("abacus.db.host"),
                            "abacus.db.port=" + System.getProperty("abacus.db.port"),
                            "abacus.db.user=" + System.getProperty("abacus.db.user"),
                            "abacus.db.password=" + System.getProperty("abacus.db.password"));
            process.withBean(Self.class, () -> new Self("shop:1", "shop-service", SPRING, null))
                    .run(context -> assertThat(context)
                            .getFailure()
                            .rootCause()
                            .isInstanceOf(SchemaRefused.class)
                            .hasMessageContaining("V3__less.sql:1: the baseline still uses the column code"));
            assertThat(columns()).contains("code");
            process.withBean(Self.class, () -> new Self("shop:2", "shop-service", null, null))
                    .run(context -> assertThat(context)
                            .getFailure()
                            .as("it comes as far as the sample service's tables, which these shards lack")
                            .rootCause()
                            .hasMessageContaining("sample_note has no primary key"));
            assertThat(columns()).doesNotContain("code");
        }
    }

    @Test
    void a_column_that_was_dropped_is_never_used_again_by_a_lane() {
        refused(
                Map.of("V3__fax.sql", "ALTER TABLE shop_order ADD COLUMN fax VARCHAR(20);"),
                "there once was a column fax; names are never used again");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        refused(Map.of("V3__odd.sql", "ALTER TABLE shop_order ADD COLUMN IF NOT EXISTS w INT;"), "cannot be read");
    }

    @Test
    void an_edited_migration_of_the_baseline_is_refused() {
        refused(
                Map.of("V2__no_fax.sql", "ALTER TABLE shop_order DROP COLUMN IF EXISTS fax;"),
                "V2__no_fax.sql: it is not what baseline ran as version 2");
    }

    @Test
    void a_lane_that_lacks_what_the_baseline_ran_is_refused_whether_newer_or_older() throws Exception {
        start(null, Map.of("V5__depth.sql", "ALTER TABLE shop_order ADD COLUMN depth INT;"));
        refused(Map.of(), "V5__depth.sql: the baseline has run it, and this build lacks it");
        refused(
                Map.of("V6__width.sql", "ALTER TABLE shop_order ADD COLUMN width INT;"),
                "V5__depth.sql: the baseline has run it, and this build lacks it");
    }

    @Test
    void a_script_that_runs_again_and_again_is_refused() {
        refused(Map.of("R__again.sql", "CREATE TABLE shop_tag (id BIGINT PRIMARY KEY);"), "only scripts named V");
    }

    @Test
    void the_baseline_starts_after_a_lane_migrated_now_and_with_later_releases() throws Exception {
        start(SPRING, Map.of("V4__weight.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;"));
        start(null, Map.of());
        start(null, Map.of("V3__depth.sql", "ALTER TABLE shop_order ADD COLUMN depth INT;"));
        start(
                null,
                Map.of(
                        "V3__depth.sql",
                        "ALTER TABLE shop_order ADD COLUMN depth INT;",
                        "V5__width.sql",
                        "ALTER TABLE shop_order ADD COLUMN width INT;"));
        assertThat(columns()).contains("weight", "depth", "width");
    }

    @Test
    void the_baseline_takes_a_lanes_migration_over_as_it_is() throws Exception {
        var weight = Map.of("V3__weight.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;");
        start(SPRING, weight);
        start(null, weight);
        assertThat(columns()).contains("weight");
    }

    @Test
    void other_lanes_do_not_mind_what_a_lane_added() throws Exception {
        start(SPRING, Map.of("V3__weight.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;"));
        start(AUTUMN, Map.of("V4__depth.sql", "ALTER TABLE shop_order ADD COLUMN depth INT;"));
        assertThat(columns()).contains("weight", "depth");
    }

    @Test
    void two_lanes_cannot_use_one_version_and_the_baseline_takes_it_from_whoever_does() throws Exception {
        start(SPRING, Map.of("V3__weight.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;"));
        var depth = Map.of("V3__depth.sql", "ALTER TABLE shop_order ADD COLUMN depth INT;");
        assertThatThrownBy(() -> start(AUTUMN, depth))
                .hasMessageContaining("it is not what lane spring-1 ran as version 3");
        start(null, depth);
        assertThat(columns()).contains("weight", "depth");
        refused(
                Map.of("V3__weight.sql", "ALTER TABLE shop_order ADD COLUMN weight INT;"),
                "it is not what baseline ran as version 3");
    }

    @Test
    void a_lanes_migration_that_failed_stops_neither_the_baseline_nor_the_lanes_next_try() throws Exception {
        assertThatThrownBy(() -> start(
                        SPRING, Map.of("V3__bad.sql", "ALTER TABLE shop_order ADD KEY k (tenant_id, unheard_of);")))
                .isNotInstanceOf(SchemaRefused.class);
        assertThat(text("SELECT state FROM sql_ledger WHERE script = 'V3__bad.sql'"))
                .isEqualTo("FAILED");
        start(null, Map.of());
        start(SPRING, Map.of("V3__bad.sql", "ALTER TABLE shop_order ADD KEY k (tenant_id, code);"));
    }

    @Test
    void a_baseline_that_lacks_one_of_its_own_between_others_is_put_together_wrongly() throws Exception {
        start(null, Map.of("V3__depth.sql", "ALTER TABLE shop_order ADD COLUMN depth INT;"));
        assertThatThrownBy(() -> start(null, Map.of("V4__width.sql", "ALTER TABLE shop_order ADD COLUMN width INT;")))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("V3__depth.sql");
        start(null, Map.of());
    }

    @Test
    void one_that_only_checks_starts_on_a_schema_that_is_up_to_date_and_changes_none() throws Exception {
        var depth = Map.of("V3__depth.sql", "ALTER TABLE shop_order ADD COLUMN depth INT;");
        start(null, Map.of(), DataProperties.Schema.CHECK);

        assertThatThrownBy(() -> start(null, depth, DataProperties.Schema.CHECK))
                .isInstanceOf(SchemaRefused.class)
                .hasMessage("The schema of shop is older than this build: " + schemas.getFirst()
                        + " lacks V3__depth.sql; " + schemas.getLast() + " lacks V3__depth.sql");
        assertThat(columns()).doesNotContain("depth");

        start(null, depth);
        start(null, depth, DataProperties.Schema.CHECK);
        start(null, Map.of(), DataProperties.Schema.CHECK);
    }

    private void refused(Map<String, String> changes, String reason) {
        assertThatThrownBy(() -> start(SPRING, changes))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining(reason);
    }

    private void start(LaneTag lane, Map<String, String> changes) throws IOException {
        start(lane, changes, DataProperties.Schema.MIGRATE);
    }

    private void start(LaneTag lane, Map<String, String> changes, DataProperties.Schema schema) throws IOException {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (var build = build(changes)) {
            Thread.currentThread().setContextClassLoader(build);
            new Migrations(properties(schema), lane).run(shards);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** What was released, and these scripts; the kernel's own are on the class path as ever. */
    private URLClassLoader build(Map<String, String> changes) throws IOException {
        Path classes = builds.resolve("build" + build++);
        Path place = Files.createDirectories(classes.resolve("db/migration/shop"));
        var scripts = new HashMap<>(RELEASED);
        scripts.putAll(changes);
        for (var script : scripts.entrySet()) {
            Files.writeString(place.resolve(script.getKey()), script.getValue());
        }
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    private Set<String> columns() throws SQLException {
        Set<String> columns = new TreeSet<>();
        for (String schema : schemas) {
            try (var connection = TestSchemas.connect(schema);
                    var found = connection.getMetaData().getColumns(schema, null, "shop_order", null)) {
                while (found.next()) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private String text(String sql) throws SQLException {
        try (var connection = TestSchemas.connect(schemas.getFirst());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
