package dev.abacus.function.dispatcher;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** A dispatcher process that is stopped, and one that is killed, while it runs functions; another one is beside it. */
@WithServers({MARIADB, REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledDispatcherTest {

    /** The lease is 1.5 s and looked at each 0.3 s; what is over it is this machine's being busy. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final String LEFT = "left";

    private final Path directory = temporary();

    private static Path temporary() {
        try {
            return Files.createTempDirectory("two-dispatchers");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private DispatcherProcess right;
    private Process left;
    private int leftsPort;

    @BeforeAll
    void start() throws Exception {
        String schema = TestSchemas.createOne("fn");
        left = process(schema);
        right = DispatcherProcess.start(schema, RunningDispatcher.directory(), settings("right"));
        leftsPort = port(left);
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
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> instances(leftsPort) == 1);
    }

    @AfterAll
    void stop() {
        left.destroyForcibly();
        right.close();
    }

    /** Leaves a line when it begins, works for a second and a half, and leaves another. */
    private String source() {
        return """
                import dev.abacus.function.*;
                import io.cloudevents.CloudEvent;
                import java.nio.file.*;
                public class Steady implements CloudFunction {
                    public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                        note("begin", it);
                        Thread.sleep(1500);
                        note("end", it);
                        return null;
                    }
                    static void note(String what, FunctionContext it) throws Exception {
                        Files.writeString(Path.of("%s"), it.invocationId() + " " + what + " " + it.attempt() + " " + System.currentTimeMillis() + "\\n",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    }
                }
                """
                .formatted(directory.resolve("notes"));
    }

    private static String[] settings(String name) {
        return new String[] {"--abacus.functions.dispatcher=" + name, "--abacus.functions.pool.reserve=1"};
    }

    private Process process(String schema) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spring.") || name.startsWith("abacus."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DispatcherMain.class.getName()));
        command.addAll(DispatcherProcess.arguments(schema, RunningDispatcher.directory(), settings(LEFT)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int port(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(DispatcherMain.READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(more -> {}));
                return Integer.parseInt(line.substring(DispatcherMain.READY.length()));
            }
        }
        throw new IllegalStateException("the dispatcher ended before it was ready");
    }

    private static double meter(int port, String name) throws IOException, InterruptedException {
        String all = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return all.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static double instances(int port) throws IOException, InterruptedException {
        return meter(port, "function_instances");
    }

    private JdbcClient database() {
        return right.bean(JdbcClient.class);
    }

    private List<String> submitted(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> right.post("/functions/steady/invocations?async=true", Map.of("n", i))
                        .mustBe(202)
                        .text("id"))
                .toList();
    }

    /** What is under way at the left one when all have begun. */
    private List<String> heldByTheLeft(List<String> ids) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ids.stream().allMatch(id -> notes(id, "begin").size() == 1));
        List<String> held = database()
                .sql("SELECT id FROM invocation WHERE dispatcher = ? AND state = 'RUNNING'")
                .param(LEFT)
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

    private void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(left.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void awaitTheEndOf(List<String> ids) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> ids.stream()
                .allMatch(id -> right.get("/functions/steady/invocations/" + id)
                        .text("state")
                        .equals("SUCCEEDED")));
    }

    private record Attempted(boolean counted, String dispatcher, String failure) {}

    private List<Attempted> attempts(String id) {
        return right.get("/functions/steady/invocations/" + id)
                .body()
                .path("attempts")
                .valueStream()
                .map(attempt -> new Attempted(
                        attempt.path("counted").asBoolean(),
                        attempt.path("dispatcher").asString(),
                        attempt.path("failure").path("type").asString(null)))
                .toList();
    }

    private long longestPause(List<String> ids, long since) {
        return ids.stream()
                .mapToLong(id -> at(notes(id, "begin").get(1)) - since)
                .max()
                .orElseThrow();
    }

    /** The last, as nothing is left of it after that. */
    @Test
    @Order(2)
    void what_a_killed_one_ran_goes_on_beside_it_and_each_attempt_is_accounted_for() throws Exception {
        List<String> ids = submitted(8);
        List<String> held = heldByTheLeft(ids);
        List<ProcessHandle> workers = left.descendants().toList();

        long killed = System.currentTimeMillis();
        left.destroyForcibly().waitFor();
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
                assertThat(attempts)
                        .containsExactly(
                                new Attempted(false, LEFT, "dispatcher-died"), new Attempted(true, "right", null));
            } else {
                assertThat(attempts).hasSize(1);
            }
        }
        Awaitility.await("its workers die with it").until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    @Order(1)
    void what_one_that_slept_past_its_lease_has_to_say_is_refused() throws Exception {
        List<String> ids = submitted(8);
        List<String> held = heldByTheLeft(ids);

        signal("STOP");
        awaitTheEndOf(ids);
        signal("CONT");

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> meter(leftsPort, "function_results_stale_total") >= held.size());
        for (String id : held) {
            assertThat(notes(id, "end")).as("its worker went on meanwhile").hasSize(2);
            assertThat(attempts(id))
                    .containsExactly(new Attempted(false, LEFT, "dispatcher-died"), new Attempted(true, "right", null));
            assertThat(right.get("/functions/steady/invocations/" + id).text("state"))
                    .isEqualTo("SUCCEEDED");
        }
    }
}
