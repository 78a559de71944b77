package dev.abacus.function.dispatcher;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dispatcher process that sleeps, one that is asked to end and one that is killed, while it runs functions; another one is beside it. */
@WithServers({MARIADB, REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledDispatcherTest {

    /** More than the usual 1.5 s: a dispatcher that a busy machine keeps from its beat is not what is tested here. */
    private static final Duration LEASE = Duration.ofSeconds(4);

    /** Nobody waits for a minute; how long it really takes is printed. */
    private static final Duration LONGEST_PAUSE = LEASE.plusSeconds(20);

    private static final String LEFT = "left";
    private static final String LEAVING = "leaving";

    private final Path directory = temporary();

    private static Path temporary() {
        try {
            return Files.createTempDirectory("two-dispatchers");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private final String schema = TestSchemas.createOne("fn");
    private DispatcherProcess right;
    private ChildDispatcher left;

    @BeforeAll
    void start() throws Exception {
        left = ChildDispatcher.start(schema, RunningDispatcher.directory(), settings(LEFT));
        right = DispatcherProcess.start(schema, RunningDispatcher.directory(), settings("right"));
        right.post(
                        "/functions/steady/versions",
                        Map.of(
                                "definition",
                                "name: steady\nhandler: Steady\nconcurrency: 4\nscale: {min: 1, max: 1}\nretry: {times: 0}\n",
                                "source",
                                source(),
                                "reason",
                                "a test"))
                .mustBe(201);
        // Both have a warm instance: what is measured is taking over, not starting.
        Awaitility.await().until(() -> left.meter("function_instances") == 1);
    }

    @AfterAll
    void stop() {
        left.close();
        right.close();
    }

    /** Leaves a line when it begins, works until the test lets it end, or not at all if asked to, and leaves another. */
    private String source() {
        return """
                import dev.abacus.function.*;
                import io.cloudevents.CloudEvent;
                import java.nio.file.*;
                public class Steady implements CloudFunction {
                    public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                        note("begin", it);
                        String work = new String(event.getData().toBytes());
                        Path end = Path.of("%1$s", work.replaceAll("[^a-z-]", ""));
                        while (!work.equals("quick") && !Files.exists(end)) { Thread.sleep(20); }
                        note("end", it);
                        return null;
                    }
                    static void note(String what, FunctionContext it) throws Exception {
                        Files.writeString(Path.of("%1$s", "notes"), it.invocationId() + " " + what + " " + it.attempt() + " " + System.currentTimeMillis() + "\\n",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    }
                }
                """
                .formatted(directory);
    }

    private static String[] settings(String name) {
        return new String[] {
            "--abacus.functions.dispatcher=" + name,
            "--abacus.functions.pool.reserve=1",
            "--abacus.functions.queue.lease=" + LEASE.toMillis() + "ms"
        };
    }

    /** Ends what was submitted to work until then. */
    private void release(String until) throws IOException {
        Files.createFile(directory.resolve(until));
    }

    private JdbcClient database() {
        return right.bean(JdbcClient.class);
    }

    private List<String> submitted(int count, String until) {
        return IntStream.range(0, count)
                .mapToObj(i -> right.post("/functions/steady/invocations?async=true", until)
                        .mustBe(202)
                        .text("id"))
                .toList();
    }

    /** What is under way at that one when all have begun. */
    private List<String> heldBy(String dispatcher, List<String> ids) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> ids.stream()
                .allMatch(id -> notes(id, "begin").size() == 1));
        List<String> held = database()
                .sql("SELECT id FROM invocation WHERE dispatcher = ? AND state = 'RUNNING'")
                .param(dispatcher)
                .query(String.class)
                .list();
        assertThat(held).isNotEmpty();
        return held;
    }

    private List<String> notes(String id, String what) {
        try {
            Path file = directory.resolve("notes");
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith(id + " " + what))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long at(String note) {
        return Long.parseLong(note.substring(note.lastIndexOf(' ') + 1));
    }

    private void awaitTakenOver(List<String> held) {
        Awaitility.await().until(() -> held.stream().allMatch(id -> attempts(id).contains(DIED)));
    }

    private void awaitTheEndOf(List<String> ids) {
        Awaitility.await().until(() -> ids.stream().allMatch(id -> right.get("/functions/steady/invocations/" + id)
                .text("state")
                .equals("SUCCEEDED")));
    }

    private record Attempted(boolean counted, String dispatcher, String failure) {}

    private static final Attempted DIED = new Attempted(false, LEFT, "dispatcher-died");

    /** Without those that found no room and cost nothing: on a busy machine a worker comes late. */
    private List<Attempted> attempts(String id) {
        return right.get("/functions/steady/invocations/" + id)
                .body()
                .path("attempts")
                .valueStream()
                .map(attempt -> new Attempted(
                        attempt.path("counted").asBoolean(),
                        attempt.path("dispatcher").asString(),
                        attempt.path("failure").path("type").asString(null)))
                .filter(attempt -> !"no-capacity".equals(attempt.failure()))
                .toList();
    }

    private long longestPause(List<String> ids, long since) {
        return ids.stream()
                .mapToLong(id -> at(notes(id, "begin").get(1)) - since)
                .max()
                .orElseThrow();
    }

    @Test
    @Order(2)
    void what_one_that_is_asked_to_end_runs_is_left_to_it_until_it_is_done() throws Exception {
        try (var leaving = ChildDispatcher.start(schema, RunningDispatcher.directory(), settings(LEAVING))) {
            Awaitility.await().until(() -> leaving.meter("function_instances") == 1);
            List<String> ids = submitted(12, "has-left");
            List<String> held = heldBy(LEAVING, ids);

            leaving.signal("TERM");
            Thread.sleep(LEASE.plusSeconds(1)); // and it still keeps what is its own
            release("has-left");
            awaitTheEndOf(ids);

            for (String id : held) {
                assertThat(notes(id, "begin")).as("begun").hasSize(1);
                assertThat(attempts(id)).containsExactly(new Attempted(true, LEAVING, null));
            }
        }
    }

    /** The last, as nothing is left of it after that. */
    @Test
    @Order(3)
    void what_a_killed_one_ran_goes_on_beside_it_and_each_attempt_is_accounted_for() throws Exception {
        List<String> ids = submitted(8, "was-killed");
        List<String> held = heldBy(LEFT, ids);
        List<ProcessHandle> workers = left.descendants().toList();
        List<String> accepted = IntStream.range(0, 20)
                .mapToObj(i -> left.submit("steady", "quick", ""))
                .toList();

        long killed = System.currentTimeMillis();
        left.kill();
        awaitTakenOver(held);
        release("was-killed");
        awaitTheEndOf(ids);

        long pause = longestPause(held, killed);
        System.out.printf("resumed %d invocations of a killed dispatcher after %d ms%n", held.size(), pause);
        assertThat(pause).isLessThan(LONGEST_PAUSE.toMillis());
        for (String id : ids) {
            boolean orphan = held.contains(id);
            assertThat(notes(id, "begin")).as("begun").hasSize(orphan ? 2 : 1).allMatch(note -> note.contains(" 1 "));
            assertThat(notes(id, "end")).as("ended").hasSize(1);
            List<Attempted> attempts = attempts(id);
            assertThat(attempts.getLast().counted()).isTrue();
            assertThat(attempts.getLast().failure()).isNull();
            if (orphan) {
                assertThat(attempts).containsExactly(DIED, new Attempted(true, "right", null));
            } else {
                assertThat(attempts).hasSize(1);
            }
        }
        awaitTheEndOf(accepted);
        assertThat(accepted).as("what it had just accepted").allSatisfy(id -> assertThat(notes(id, "end"))
                .isNotEmpty());
        Awaitility.await("its workers die with it").until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    @Order(1)
    void what_one_that_slept_past_its_lease_has_to_say_is_refused() throws Exception {
        List<String> ids = submitted(8, "slept");
        List<String> held = heldBy(LEFT, ids);

        left.signal("STOP");
        awaitTakenOver(held);
        release("slept");
        awaitTheEndOf(ids);
        left.signal("CONT");

        Awaitility.await().until(() -> left.meter("function_results_stale_total") >= held.size());
        for (String id : held) {
            assertThat(notes(id, "end")).as("its worker went on meanwhile").hasSize(2);
            assertThat(attempts(id)).containsExactly(DIED, new Attempted(true, "right", null));
            assertThat(right.get("/functions/steady/invocations/" + id).text("state"))
                    .isEqualTo("SUCCEEDED");
        }
    }
}
