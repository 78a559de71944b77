package dev.abacus.function.dispatcher;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.Doors.Answer;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.Limits;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What callers of functions may rely on, through the doors of a whole dispatcher. */
@WithServers({MARIADB, REDIS})
class InvocationsTest {

    private static final CatalogueInMemory FUNCTIONS = new CatalogueInMemory();
    private static int number;

    private static RunningDispatcher dispatcher;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        dispatcher = RunningDispatcher.start(TestSchemas.createOne("fn"), "first", FUNCTIONS);
    }

    @AfterAll
    static void stop() {
        dispatcher.close();
    }

    /** Deploys under a name of its own, and answers it. */
    private static String deploy(java.util.function.UnaryOperator<Definitions> more, String body) {
        String type = "Fn" + ++number;
        String name = type.toLowerCase(java.util.Locale.ROOT);
        FUNCTIONS.deploy(more.apply(Definitions.of(name, type)).build(), Sources.jar(type, body));
        return name;
    }

    private static String deploy(String body) {
        return deploy(same -> same, body);
    }

    private static final String ECHO =
            """
            public CloudEvent handle(CloudEvent event, FunctionContext it) { return text(event, "heard " + text(event)); }
            """;

    /** Leaves a line in a file for each attempt, then does what follows. */
    private static String leavingTraces(Path file, String then) {
        return """
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), text(event) + "\\n",
                        java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
                    %s
                }
                """
                .formatted(file, then);
    }

    private static List<String> traces(Path file) throws Exception {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static Stream<JsonNode> attempts(JsonNode invocation) {
        return invocation.path("attempts").valueStream();
    }

    // Calls that are waited for

    @Test
    void a_call_answers_what_the_function_answers() {
        String echo = deploy(ECHO);

        Answer answer = dispatcher.call(echo, "this").mustBe(200);

        assertThat(answer.body()).isEqualTo("heard this");
        assertThat(answer.header("ce-type")).isEqualTo("dev.abacus.function.invoked.v1");
        assertThat(answer.header("X-Abacus-Function-Version")).isEqualTo("1");
    }

    @Test
    void a_cloud_event_may_come_in_headers_or_as_one_document() {
        String reader = deploy(
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    return text(event, event.getId() + " " + event.getType() + " " + event.getExtension("colour"));
                }
                """);
        String path = "/functions/" + reader + "/invocations";

        assertThat(dispatcher
                        .send(
                                "POST",
                                path,
                                "x",
                                "ce-specversion",
                                "1.0",
                                "ce-id",
                                "7",
                                "ce-source",
                                "/here",
                                "ce-type",
                                "seen",
                                "ce-colour",
                                "red")
                        .mustBe(200)
                        .body())
                .isEqualTo("7 seen red");
        assertThat(dispatcher
                        .send(
                                "POST",
                                path,
                                "{\"specversion\":\"1.0\",\"id\":\"8\",\"source\":\"/here\",\"type\":\"seen\",\"colour\":\"blue\"}",
                                "Content-Type",
                                "application/cloudevents+json")
                        .mustBe(200)
                        .body())
                .isEqualTo("8 seen blue");
        assertThat(dispatcher
                        .send("POST", path, "{\"specversion\":\"1.0\"", "Content-Type", "application/cloudevents+json")
                        .mustBe(400)
                        .problem())
                .isEqualTo("not-a-cloud-event");
    }

    @Test
    void failures_of_a_function_are_problems_that_name_what_was_thrown() {
        String failing = deploy(
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    switch (text(event)) {
                        case "refuse" -> throw new PermanentFailure("no such colour");
                        case "halt" -> Runtime.getRuntime().halt(1);
                        default -> throw new java.io.IOException("the disk is full");
                    }
                    return null;
                }
                """);

        Answer broken = dispatcher.call(failing, "break").mustBe(502);
        assertThat(broken.problem()).isEqualTo("function-failed");
        assertThat(broken.json().path("detail").asString()).contains("the disk is full");
        assertThat(broken.json().path("thrown").asString()).isEqualTo("java.io.IOException");
        assertThat(dispatcher.call(failing, "refuse").mustBe(422).problem()).isEqualTo("event-refused");
        assertThat(dispatcher.call(failing, "halt").mustBe(502).problem()).isEqualTo("function-failed");
        assertThat(dispatcher.call("nowhere", "x").mustBe(404).problem()).isEqualTo("no-such-function");
        assertThat(dispatcher
                        .as(null, "POST", "/functions/" + failing + "/invocations", "x")
                        .status())
                .isEqualTo(401);
        assertThat(dispatcher
                        .as("x~other", "POST", "/functions/" + failing + "/invocations", "x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_tenant_over_its_rate_is_told_to_wait_and_others_are_not() {
        String echo = deploy(it -> it.limits(new Limits(2, 10, 10)), ECHO);
        String path = "/functions/" + echo + "/invocations?tenant=";
        List<Answer> answers = IntStream.range(0, 8)
                .mapToObj(i -> dispatcher.send("POST", path + "7", "x"))
                .toList();

        assertThat(answers).extracting(Answer::status).contains(200, 429);
        Answer refused = answers.stream()
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.problem()).isEqualTo("function-busy");
        assertThat(refused.header("Retry-After")).isNotNull();
        dispatcher.send("POST", path + "8", "x").mustBe(200);
    }

    // Calls that are not

    @Test
    void an_accepted_invocation_runs_and_keeps_its_result_its_attempts_and_its_log() {
        String logging = deploy(
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    it.logger().log(System.Logger.Level.WARNING, "seen " + text(event));
                    return text(event, "done with " + it.invocationId());
                }
                """);
        String id = dispatcher.submit(logging, "this", "");

        JsonNode done = dispatcher.await(logging, id, "SUCCEEDED");

        assertThat(done.path("result").asString()).isEqualTo("done with " + id);
        assertThat(attempts(done)).hasSize(1).allMatch(attempt -> attempt.path("failure")
                .isNull());
        Awaitility.await().until(() -> dispatcher
                .get("/functions/" + logging + "/invocations/" + id + "/logs")
                .body()
                .contains("seen this"));
    }

    @Test
    void a_failing_function_is_attempted_exactly_as_often_as_it_says_and_then_is_a_dead_letter() throws Exception {
        Path file = directory.resolve("attempts");
        String failing = deploy(
                it -> it.retry(2),
                leavingTraces(file, "throw new IllegalStateException(\"attempt \" + it.attempt());"));
        String id = dispatcher.submit(failing, "x", "");

        JsonNode failed = dispatcher.await(failing, id, "FAILED");

        assertThat(traces(file)).hasSize(3);
        assertThat(attempts(failed)).hasSize(3);
        assertThat(failed.path("failure").path("message").asString()).isEqualTo("attempt 3");
        assertThat(failed.path("deadLetter").asBoolean()).isTrue();
        assertThat(dispatcher.get("/functions/" + failing + "/dead-letters").body())
                .contains(id);
    }

    @Test
    void a_dead_letter_is_begun_anew_once_however_often_it_is_asked_for() throws Exception {
        Path file = directory.resolve("attempts");
        Path mended = directory.resolve("mended");
        String failing = deploy(
                it -> it.retry(0),
                leavingTraces(
                        file,
                        "if (!java.nio.file.Files.exists(java.nio.file.Path.of(\"" + mended
                                + "\"))) throw new IllegalStateException(); return null;"));
        String id = dispatcher.submit(failing, "x", "");
        dispatcher.await(failing, id, "FAILED");
        Files.createFile(mended);
        String redrive = "/functions/" + failing + "/dead-letters/" + id + "/redrive";

        dispatcher.send("POST", redrive, null).mustBe(202);
        assertThat(dispatcher.send("POST", redrive, null).mustBe(409).problem()).isEqualTo("no-dead-letter");

        dispatcher.await(failing, id, "SUCCEEDED");
        assertThat(traces(file)).hasSize(2);
    }

    @Test
    void an_event_that_can_never_succeed_is_attempted_once() throws Exception {
        Path file = directory.resolve("attempts");
        String refusing = deploy(leavingTraces(file, "throw new PermanentFailure(\"never\");"));

        dispatcher.await(refusing, dispatcher.submit(refusing, "x", ""), "FAILED");

        assertThat(traces(file)).hasSize(1);
    }

    @Test
    void the_same_event_handed_in_again_runs_once() throws Exception {
        Path file = directory.resolve("attempts");
        String once = deploy(leavingTraces(file, "return null;"));
        String[] event = {"ce-specversion", "1.0", "ce-id", "e-1", "ce-source", "/shop", "ce-type", "sold"};

        String first = dispatcher.submit(once, "x", "", event);
        String again = dispatcher.submit(once, "x", "", event);
        String keyed = dispatcher.submit(once, "x", "", "Idempotency-Key", "one-of-a-kind");

        assertThat(again).isEqualTo(first);
        assertThat(dispatcher.submit(once, "x", "", "Idempotency-Key", "one-of-a-kind"))
                .isEqualTo(keyed);
        dispatcher.await(once, first, "SUCCEEDED");
        dispatcher.await(once, keyed, "SUCCEEDED");
        assertThat(traces(file)).hasSize(2);
    }

    @Test
    void an_id_of_any_length_is_one() {
        String echo = deploy(ECHO);
        String[] event = {"ce-specversion", "1.0", "ce-id", "x".repeat(500), "ce-source", "/shop", "ce-type", "sold"};
        String path = "/functions/" + echo + "/invocations?async=true";

        assertThat(dispatcher
                        .send("POST", path, "once", event)
                        .mustBe(202)
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isFalse();
        assertThat(dispatcher
                        .send("POST", path, "once", event)
                        .mustBe(202)
                        .json()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
    }

    private static String batch(String... ids) {
        return Stream.of(ids)
                .map(id -> "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/shop\",\"type\":\"sold\","
                        + "\"datacontenttype\":\"text/plain\",\"data\":\"" + id + "\"}")
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    }

    private static Answer batched(String function, String query, String body, String... headers) {
        String[] all = Stream.concat(
                        Stream.of("Content-Type", "application/cloudevents-batch+json"), Stream.of(headers))
                .toArray(String[]::new);
        return dispatcher.send("POST", "/functions/" + function + "/invocations" + query, body, all);
    }

    @Test
    void a_batch_of_events_is_accepted_in_its_order_and_each_of_them_runs_once() {
        String echo = deploy(ECHO);

        List<JsonNode> first = batched(echo, "", batch("a", "b", "c"))
                .mustBe(202)
                .json()
                .path("items")
                .valueStream()
                .toList();
        List<JsonNode> again = batched(echo, "", batch("c", "d", "a"))
                .mustBe(202)
                .json()
                .path("items")
                .valueStream()
                .toList();

        assertThat(first).extracting(item -> item.path("repeated").asBoolean()).containsExactly(false, false, false);
        assertThat(again).extracting(item -> item.path("repeated").asBoolean()).containsExactly(true, false, true);
        assertThat(again.get(0).path("id")).isEqualTo(first.get(2).path("id"));
        assertThat(Stream.concat(first.stream(), Stream.of(again.get(1))))
                .extracting(item -> dispatcher
                        .await(echo, item.path("id").asString(), "SUCCEEDED")
                        .path("result")
                        .asString())
                .containsExactly("heard a", "heard b", "heard c", "heard d");
    }

    @Test
    void a_batch_that_is_none_is_refused_whole() {
        String echo = deploy(ECHO);
        String[] many = java.util.stream.IntStream.rangeClosed(0, 200)
                .mapToObj(String::valueOf)
                .toArray(String[]::new);

        assertThat(batched(echo, "", "[]").mustBe(202).json().path("items").size())
                .isZero();
        assertThat(batched(echo, "", batch(many)).mustBe(400).problem()).isEqualTo("batch-too-large");
        assertThat(batched(echo, "", batch("a").replace("\"type\":\"sold\",", ""))
                        .mustBe(400)
                        .problem())
                .isEqualTo("not-a-cloud-event");
        assertThat(batched(echo, "", batch("a").replace("1.0", "7")).mustBe(400).problem())
                .isEqualTo("not-a-cloud-event");
        assertThat(batched(echo, "", "{}").mustBe(400).problem()).isEqualTo("not-a-cloud-event");
        assertThat(batched(echo, "", "").mustBe(400).problem()).isEqualTo("not-a-cloud-event");
        assertThat(batched(echo, "?async=false", batch("a")).mustBe(400).problem())
                .isEqualTo("invalid-value");
        assertThat(batched(echo, "", batch("a"), "Idempotency-Key", "one")
                        .mustBe(400)
                        .problem())
                .isEqualTo("invalid-value");
        assertThat(dispatcher
                        .get("/functions/" + echo + "/invocations")
                        .mustBe(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void what_did_not_succeed_within_its_age_expires() {
        String failing = deploy(
                it -> it.retry(50).maxAge(Duration.ofMillis(700)),
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) { throw new IllegalStateException("no"); }
                """);
        JsonNode expired = dispatcher.await(failing, dispatcher.submit(failing, "x", ""), "EXPIRED");
        assertThat(expired.path("deadLetter").asBoolean()).isTrue();
    }

    @Test
    void a_delayed_invocation_does_not_begin_before_its_time() {
        String echo = deploy(ECHO);
        String id = dispatcher.submit(echo, "x", "&delay=1");
        JsonNode done = dispatcher.await(echo, id, "SUCCEEDED");
        var accepted = java.time.Instant.parse(done.path("acceptedAt").asString());
        var started = java.time.Instant.parse(done.path("startedAt").asString());
        assertThat(Duration.between(accepted, started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void events_of_one_key_run_in_order_and_a_poisonous_one_holds_up_only_its_key() throws Exception {
        Path file = directory.resolve("order");
        String ordered = deploy(
                it -> it.retryAfter(2, Duration.ofSeconds(1)),
                leavingTraces(
                        file, "if (text(event).equals(\"a-poison\")) throw new IllegalStateException(); return null;"));
        dispatcher.submit(ordered, "a-poison", "&orderingKey=a");
        for (int i = 1; i <= 5; i++) {
            dispatcher.submit(ordered, "a-" + i, "&orderingKey=a");
            dispatcher.submit(ordered, "b-" + i, "&orderingKey=b");
        }

        Awaitility.await().until(() -> traces(file).size() == 13);

        assertThat(traces(file).stream().filter(line -> line.startsWith("a")))
                .containsExactly("a-poison", "a-poison", "a-poison", "a-1", "a-2", "a-3", "a-4", "a-5");
        assertThat(traces(file).stream().filter(line -> line.startsWith("b")))
                .containsExactly("b-1", "b-2", "b-3", "b-4", "b-5");
        assertThat(traces(file).indexOf("b-5")).isLessThan(traces(file).indexOf("a-1"));
    }

    @Test
    void a_spinning_invocation_is_cancelled_within_two_seconds() {
        String spinning = deploy(
                it -> it.timeout(Duration.ofMinutes(5)),
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) { while (true) Thread.onSpinWait(); }
                """);
        String id = dispatcher.submit(spinning, "x", "");
        dispatcher.await(spinning, id, "RUNNING");
        Awaitility.await()
                .until(() -> dispatcher
                                .bean(dev.abacus.function.dispatcher.pool.Fleets.class)
                                .instances()
                        > 0);

        dispatcher
                .send("POST", "/functions/" + spinning + "/invocations/" + id + "/cancel", null)
                .mustBe(202);

        JsonNode stopped = dispatcher.await(spinning, id, "STOPPED");
        assertThat(stopped.path("deadLetter").asBoolean()).isFalse();
    }

    @Test
    void a_waiting_invocation_is_cancelled_at_once_and_the_next_of_its_key_goes_on() throws Exception {
        Path file = directory.resolve("order");
        String ordered = deploy(leavingTraces(file, "return null;"));
        String first = dispatcher.submit(ordered, "first", "&orderingKey=k&delay=600");
        String second = dispatcher.submit(ordered, "second", "&orderingKey=k");
        String path = "/functions/" + ordered + "/invocations/" + first + "/cancel";

        assertThat(dispatcher
                        .send("POST", path, null)
                        .mustBe(202)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("STOPPED");

        dispatcher.await(ordered, second, "SUCCEEDED");
        assertThat(traces(file)).containsExactly("second");
    }

    @Test
    void results_and_failures_go_to_the_functions_that_are_their_destinations() {
        String afterwards = deploy(ECHO);
        String sorry = deploy(ECHO);
        String chained = deploy(
                it -> it.retry(0)
                        .success(new Destination.Function(afterwards))
                        .failure(new Destination.Function(sorry)),
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    if (text(event).equals("bad")) throw new IllegalStateException("bad it is");
                    return text(event, "good");
                }
                """);
        String good = dispatcher.submit(chained, "x", "");
        String bad = dispatcher.submit(chained, "bad", "");

        JsonNode next = Awaitility.await().until(() -> first(afterwards), found -> found != null);
        assertThat(next.path("parent").asString()).isEqualTo(good);
        assertThat(next.path("depth").asInt()).isEqualTo(1);
        assertThat(dispatcher
                        .await(afterwards, next.path("id").asString(), "SUCCEEDED")
                        .path("result")
                        .asString())
                .isEqualTo("heard good");
        JsonNode told = Awaitility.await().until(() -> first(sorry), found -> found != null);
        assertThat(dispatcher
                        .await(sorry, told.path("id").asString(), "SUCCEEDED")
                        .path("result")
                        .asString())
                .contains("bad it is", bad);
        assertThat(dispatcher.await(chained, bad, "FAILED").path("deadLetter").asBoolean())
                .isFalse();
    }

    private static JsonNode first(String function) {
        return dispatcher
                .get("/functions/" + function + "/invocations")
                .json()
                .path("items")
                .get(0);
    }

    @Test
    void functions_that_call_each_other_for_ever_are_stopped_at_the_deepest() {
        String looping = deploy(
                it -> it.retry(0),
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    var next = CloudEventBuilder.from(event).withId(event.getId() + "x").build();
                    it.platform().invocations().submit(it.function(), next);
                    return null;
                }
                """);
        dispatcher.submit(looping, "x", "");

        JsonNode deepest = Awaitility.await()
                .until(
                        () -> dispatcher
                                .get("/functions/" + looping + "/dead-letters")
                                .json()
                                .path("items")
                                .get(0),
                        found -> found != null);

        assertThat(deepest.path("depth").asInt()).isEqualTo(16);
        assertThat(deepest.path("failure").path("message").asString()).contains("taken for a loop");
    }

    @Test
    void locks_fence_and_the_cache_keeps_tenants_apart() {
        String keeping = deploy(
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    var locks = it.platform().locks();
                    var lock = locks.tryLock("l", java.time.Duration.ofMinutes(1)).orElseThrow();
                    boolean second = locks.tryLock("l", java.time.Duration.ofMinutes(1)).isPresent();
                    long first = lock.fencingToken();
                    lock.close();
                    long later = locks.tryLock("l", java.time.Duration.ofMillis(1)).orElseThrow().fencingToken();
                    var cache = it.platform().cache();
                    String before = cache.find("k").map(String::new).orElse("nothing");
                    cache.put("k", text(event).getBytes(), java.time.Duration.ofMinutes(1));
                    return text(event, second + " " + (later > first) + " " + before);
                }
                """);
        String path = "/functions/" + keeping + "/invocations?tenant=";

        assertThat(dispatcher.send("POST", path + "7", "a").mustBe(200).body()).isEqualTo("false true nothing");
        assertThat(dispatcher.send("POST", path + "8", "b").mustBe(200).body()).isEqualTo("false true nothing");
        assertThat(dispatcher.send("POST", path + "7", "c").mustBe(200).body()).isEqualTo("false true a");
    }

    @Test
    void a_switched_version_serves_the_next_call_while_calls_under_way_end_on_theirs() {
        String type = "Fn" + ++number;
        String name = type.toLowerCase(java.util.Locale.ROOT);
        var definition = Definitions.of(name, type).build();
        FUNCTIONS.deploy(
                definition,
                Sources.jar(
                        type,
                        """
                public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                    if (text(event).equals("slow")) Thread.sleep(1500);
                    return text(event, "one");
                }
                """));
        String slow = dispatcher.submit(name, "slow", "");
        dispatcher.await(name, slow, "RUNNING");
        assertThat(dispatcher.call(name, "x").body()).isEqualTo("one");

        FUNCTIONS.deploy(
                definition,
                Sources.jar(
                        type,
                        """
                public CloudEvent handle(CloudEvent event, FunctionContext it) { return text(event, "two"); }
                """));

        assertThat(dispatcher.call(name, "x").body()).isEqualTo("two");
        assertThat(dispatcher.await(name, slow, "SUCCEEDED").path("result").asString())
                .isEqualTo("one");
    }
}
