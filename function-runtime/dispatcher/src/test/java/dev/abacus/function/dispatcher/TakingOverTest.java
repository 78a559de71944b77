package dev.abacus.function.dispatcher;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.invocation.DispatcherName;
import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Two dispatchers on one database, and one that is dead. */
@WithServers({MARIADB, REDIS})
class TakingOverTest {

    private static final CatalogueInMemory FUNCTIONS = new CatalogueInMemory();

    private static RunningDispatcher one;
    private static RunningDispatcher two;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        String schema = TestSchemas.createOne("fn");
        one = RunningDispatcher.start(schema, "one", FUNCTIONS);
        two = RunningDispatcher.start(schema, "two", FUNCTIONS);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    private static void deploy(String name, String type, String body) {
        FUNCTIONS.deploy(Definitions.of(name, type).retry(1).build(), Sources.jar(type, body));
    }

    private static JdbcClient database() {
        return one.bean(JdbcClient.class);
    }

    @Test
    void each_invocation_runs_once_and_those_of_a_key_in_order_whoever_takes_them() throws Exception {
        Path file = directory.resolve("order");
        deploy(
                "shared",
                "Shared",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), text(event) + "\\n",
                        java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
                    return null;
                }
                """
                        .formatted(file));
        List<RunningDispatcher> both = List.of(one, two);
        for (int i = 0; i < 120; i++) {
            both.get(i % 2).submit("shared", i % 6 + ":" + i / 6, "&orderingKey=" + i % 6);
        }

        Awaitility.await()
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() >= 120);

        var byKey = Files.readAllLines(file).stream()
                .collect(Collectors.groupingBy(
                        line -> line.split(":")[0],
                        Collectors.mapping(line -> Integer.parseInt(line.split(":")[1]), Collectors.toList())));
        assertThat(byKey)
                .hasSize(6)
                .allSatisfy((key, turns) -> assertThat(turns).hasSize(20).isSorted());
        assertThat(database()
                        .sql(
                                "SELECT COUNT(DISTINCT a.dispatcher) FROM attempt a JOIN invocation i ON i.id = a.invocation "
                                        + "WHERE i.function = 'shared'")
                        .query(Integer.class)
                        .single())
                .as("both took their share")
                .isEqualTo(2);
    }

    @Test
    void a_timer_fires_once_each_time_however_many_dispatchers_look_at_the_clock() {
        FUNCTIONS.deploy(
                Definitions.of("ticking", "Ticking")
                        .triggers(new Trigger.Timer("each-second", "* * * * * *", ZoneOffset.UTC, "{\"n\":1}"))
                        .build(),
                Sources.jar(
                        "Ticking",
                        """
                        public CloudEvent handle(CloudEvent event, FunctionContext it) { return text(event, event.getId() + text(event)); }
                        """));
        String path = "/functions/ticking/invocations?state=SUCCEEDED&limit=200";

        var items = Awaitility.await().until(() -> one.get(path).json().path("items"), found -> found.size() >= 3);

        List<String> results =
                items.valueStream().map(item -> item.path("result").asString()).toList();
        assertThat(results).doesNotHaveDuplicates().allMatch(result -> result.matches("each-second@.*Z\\{\"n\":1}"));
    }

    @Test
    void what_a_dead_dispatcher_held_is_taken_over_and_costs_no_attempt() {
        deploy(
                "orphan",
                "Orphan",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) { return text(event, "attempt " + it.attempt()); }
                """);
        String id = one.submit("orphan", "x", "&delay=600");
        // As a dispatcher leaves it that was killed a minute ago while it ran the first attempt.
        database()
                .sql(
                        "UPDATE invocation SET state = 'RUNNING', due_at = NULL, attempt = 1, epoch = 1, dispatcher = 'ghost', "
                                + "version = 1, started_at = NOW(3) WHERE id = ?")
                .param(id)
                .update();
        database()
                .sql("INSERT INTO dispatcher (name, beat_at) VALUES ('ghost', NOW(3) - INTERVAL 1 MINUTE)")
                .update();

        JsonNode done = two.await("orphan", id, "SUCCEEDED");

        assertThat(done.path("result").asString()).isEqualTo("attempt 1");
        assertThat(done.path("attempts").valueStream().map(attempt -> attempt.path("counted")
                        .asBoolean()))
                .containsExactly(false, true);
    }

    @Test
    void what_a_dispatcher_holds_by_the_table_alone_is_run_though_it_lives() {
        deploy(
                "forgotten",
                "Forgotten",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) { return text(event, "attempt " + it.attempt()); }
                """);
        String run = one.submit("forgotten", "x", "&delay=600");
        String stopped = one.submit("forgotten", "y", "&delay=600");
        // As a commit leaves it whose answer was lost: taken, and nobody knows.
        database()
                .sql(
                        "UPDATE invocation SET state = IF(id = ?, 'STOPPING', 'RUNNING'), due_at = NULL, attempt = 1, epoch = 1, "
                                + "dispatcher = ?, started_at = NOW(3) - INTERVAL 1 MINUTE WHERE function = 'forgotten'")
                .params(stopped, one.bean(DispatcherName.class).value())
                .update();

        assertThat(two.await("forgotten", run, "SUCCEEDED").path("result").asString())
                .isEqualTo("attempt 1");
        two.await("forgotten", stopped, "STOPPED");
    }

    @Test
    void what_comes_where_there_is_room_begins_at_once_and_half_of_the_room_is_left_to_the_queue() throws Exception {
        Path go = directory.resolve("go");
        FUNCTIONS.deploy(
                Definitions.of("roomy", "Roomy").concurrency(4).scale(0, 2).build(),
                Sources.jar(
                        "Roomy",
                        """
                        public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                            while (!java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) { Thread.sleep(20); }
                            return text(event, "done");
                        }
                        """
                                .formatted(go)));
        List<String> ids = IntStream.range(0, 8)
                .mapToObj(i -> one.submit("roomy", "x" + i, ""))
                .toList();
        // Begun at once means written as taken: no time lies between its acceptance and its begin.
        assertThat(database()
                        .sql("SELECT COUNT(*) FROM invocation WHERE function = 'roomy' AND started_at = accepted_at "
                                + "AND epoch = 1 AND state = 'RUNNING'")
                        .query(Integer.class)
                        .single())
                .isBetween(1, 4);
        Files.createFile(go);
        ids.forEach(id -> assertThat(
                        one.await("roomy", id, "SUCCEEDED").path("attempts").size())
                .isEqualTo(1));
    }

    @Test
    void a_result_that_comes_after_its_invocation_was_taken_over_is_refused() {
        deploy(
                "sleeper",
                "Sleeper",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    Thread.sleep(1000);
                    return text(event, "attempt " + it.attempt());
                }
                """);
        String id = one.submit("sleeper", "x", "");
        one.await("sleeper", id, "RUNNING");
        // As others do it to a dispatcher that slept past its lease and has just awoken.
        database()
                .sql(
                        "UPDATE invocation SET state = 'STOPPED', epoch = epoch + 1, dispatcher = NULL, open = NULL WHERE id = ?")
                .param(id)
                .update();

        Awaitility.await().until(() -> stale(one) + stale(two) == 1);

        JsonNode untouched = one.invocation("sleeper", id);
        assertThat(untouched.path("state").asString()).isEqualTo("STOPPED");
        assertThat(untouched.path("result").isNull()).isTrue();
        assertThat(untouched.path("attempts").size()).isZero();
    }

    private static double stale(RunningDispatcher dispatcher) {
        return dispatcher
                .bean(MeterRegistry.class)
                .get("function.results.stale")
                .counter()
                .count();
    }
}
