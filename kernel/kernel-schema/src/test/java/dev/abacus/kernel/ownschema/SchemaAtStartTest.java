package dev.abacus.kernel.ownschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.abacus.kernel.ownschema.OwnSchema.Account;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.schema.SchemaState;
import dev.abacus.sql.schema.ServiceSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A service of the test, {@code shelf}, with two migrations. */
@WithServers(Server.MARIADB)
class SchemaAtStartTest {

    private String name;
    private DataSource database;

    @BeforeEach
    void emptySchema() {
        name = TestSchemas.createOne("own");
        database = new DriverManagerDataSource(TestSchemas.url(name), "test", "test");
    }

    /** Uses the database when it is made, as services do that read what they held. */
    static final class Reader {
        private final List<String> found;

        Reader(JdbcClient jdbc) {
            found = jdbc.sql("SELECT label FROM shelf").query(String.class).list();
        }
    }

    static class Service {
        @Bean
        Reader reader(JdbcClient jdbc) {
            return new Reader(jdbc);
        }
    }

    private ApplicationContextRunner service(String... settings) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        OwnSchemaAutoConfiguration.class))
                .withUserConfiguration(Service.class)
                .withPropertyValues(
                        "spring.datasource.url=" + TestSchemas.url(name),
                        "spring.datasource.username=test",
                        "spring.datasource.password=test",
                        "abacus.own-schema=shelf",
                        "abacus.db.port=" + System.getProperty("abacus.db.port"),
                        "abacus.db.user=test",
                        "abacus.db.password=test")
                .withPropertyValues(settings);
    }

    @Test
    void a_service_brings_its_schema_up_to_date_before_anything_of_it_uses_the_database() {
        service().run(started -> assertThat(started.getBean(Reader.class).found).containsExactly("A1"));
        service("abacus.schema=check")
                .run(started -> assertThat(started.getBean(Reader.class).found).containsExactly("A1"));
    }

    @Test
    void one_that_only_looks_does_not_start_on_an_older_schema_and_changes_nothing() {
        service("abacus.schema=check").run(started -> assertThat(started.getStartupFailure())
                .rootCause()
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("older than this build")
                .hasMessageContaining("V2__labels.sql"));
        assertThat(tables()).isEmpty();
    }

    @Test
    void an_instance_on_a_lane_changes_nothing_in_what_is_the_baselines() {
        service("abacus.schema=migrate", "abacus.lane.tag=spring-1")
                .run(started ->
                        assertThat(started.getStartupFailure()).rootCause().isInstanceOf(SchemaRefused.class));
        assertThat(tables()).isEmpty();
    }

    @Test
    void what_flyway_ran_counts_as_run() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/shelf")
                .table("shelf_flyway")
                .load()
                .migrate();

        service("abacus.schema=check").run(started -> assertThat(started).hasNotFailed());
        service().run(started -> assertThat(started.getBean(Reader.class).found).containsExactly("A1"));
        service("abacus.schema=check").run(started -> assertThat(started).hasNotFailed());
    }

    /** As they are on the machines of those who ran the suite before. */
    @ParameterizedTest
    @CsvSource({"lane, gray-release/lane-control/app", "function, function-runtime/dispatcher"})
    void the_databases_of_the_suite_that_flyway_kept_go_on(String service, String module) throws Exception {
        Path folder = Path.of("../..", module, "src/main/resources/db/migration", service);
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + folder)
                .table(service + "_flyway")
                .load()
                .migrate();
        ServiceSchema schema = ServiceSchema.read(service, List.of(folder));
        Target target = Target.shard(TestSchemas.server(), name, "test", "test");

        try (Connection connection = database.getConnection()) {
            SchemaState kept = SchemaState.of(connection, target, schema, null);
            assertThat(kept.objections()).isEmpty();
            assertThat(kept.pending()).isEmpty();
            TargetReport taken = kept.bringUpToDate(RunSettings.standard("test"), Progress.silent());
            assertThat(taken.ran()).isZero();
            assertThat(SchemaState.of(connection, target, schema, null).isUpToDate())
                    .isTrue();
        }
    }

    @Test
    void of_several_that_start_at_once_one_brings_it_up_to_date() throws Exception {
        Account account = new Account(TestSchemas.server(), "test", "test");
        Set<Throwable> failures = ConcurrentHashMap.newKeySet();
        List<Thread> all = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofPlatform()
                        .uncaughtExceptionHandler((thread, failure) -> failures.add(failure))
                        .start(() -> OwnSchema.of("shelf").bringUpToDate(database, account)))
                .toList();
        for (Thread each : all) {
            each.join();
        }

        assertThat(failures).isEmpty();
        assertThat(JdbcClient.create(database)
                        .sql("SELECT label FROM shelf")
                        .query(String.class)
                        .list())
                .containsExactly("A1");
    }

    @Test
    void a_service_without_migrations_is_a_build_that_was_put_together_wrongly() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> OwnSchema.of("nothing"));
    }

    private List<String> tables() {
        return JdbcClient.create(database)
                .sql("SHOW TABLES")
                .query(String.class)
                .list();
    }
}
