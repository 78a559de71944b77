package dev.abacus.sql.flyway;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Folders;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.Cancellation;
import dev.abacus.sql.run.Database;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.run.TargetRun;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithServers(MARIADB)
class FlywayHistoryTest {

    private static final RunSettings SETTINGS = RunSettings.standard("test");

    private final Database database = Database.fresh();
    private final FlywayHistory history = new FlywayHistory("suite_flyway");

    @TempDir
    Path directory;

    private Release release;

    @BeforeEach
    void two_migrations() {
        release = folder("CREATE TABLE b (id INT PRIMARY KEY);\r\nINSERT INTO a VALUES (1);\r\n");
    }

    @Test
    void flyway_goes_on_where_the_runner_stopped() throws Exception {
        run();

        assertThat(history.exportFrom(release, database.shard())).isEqualTo(2);
        assertThat(history.exportFrom(release, database.shard())).isZero();
        flyway().validate();

        Folders.in(directory).file("V1.2__c.sql", "CREATE TABLE c (id INT PRIMARY KEY);");
        assertThat(flyway().migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void the_runner_goes_on_where_flyway_stopped() throws Exception {
        flyway().migrate();

        assertThat(history.importInto(release, database.shard(), SETTINGS, Progress.silent())
                        .isDone())
                .isTrue();
        TargetReport report = run();

        assertThat(report.isDone()).isTrue();
        assertThat(report.ran()).isZero();
        assertThat(report.skipped()).isEqualTo(3);
    }

    @Test
    void a_script_that_was_edited_after_flyway_had_run_it_is_refused() throws Exception {
        flyway().migrate();

        Release edited = folder("CREATE TABLE b (id BIGINT PRIMARY KEY);");

        assertThatThrownBy(() -> history.importInto(edited, database.shard(), SETTINGS, Progress.silent()))
                .hasMessageStartingWith("V1.1__b.sql was edited after Flyway had run it");
    }

    @Test
    void a_migration_that_failed_under_flyway_is_told() {
        folder("CREATE TABLE a (id INT PRIMARY KEY);");
        assertThatThrownBy(() -> flyway().migrate()).hasMessageContaining("already exists");

        assertThatThrownBy(() -> history.importInto(release, database.shard(), SETTINGS, Progress.silent()))
                .hasMessageStartingWith("V1.1__b.sql failed under Flyway");
    }

    private Release folder(String second) {
        return Folders.in(directory)
                .file("V1__a.sql", "\uFEFF-- the first\nCREATE TABLE a (id INT PRIMARY KEY);\n")
                .file("V1.1__b.sql", second)
                .file("release.yaml", "name: r\nauthor: li\ntarget: shard\nscripts: [V1__a.sql, V1.1__b.sql]\n")
                .read();
    }

    private TargetReport run() {
        return TargetRun.run(release, database.shard(), SETTINGS, Progress.silent(), Cancellation.never());
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(TestSchemas.url(database.schema()), "test", "test")
                .locations("filesystem:" + directory)
                .table("suite_flyway")
                .load();
    }
}
