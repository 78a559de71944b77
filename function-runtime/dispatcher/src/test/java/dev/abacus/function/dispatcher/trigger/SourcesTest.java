package dev.abacus.function.dispatcher.trigger;

import static dev.abacus.kernel.test.servers.Server.KAFKA;
import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static dev.abacus.kernel.test.servers.Server.ROCKETMQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.CatalogueInMemory;
import dev.abacus.function.dispatcher.Definitions;
import dev.abacus.function.dispatcher.RunningDispatcher;
import dev.abacus.function.dispatcher.Sources;
import dev.abacus.function.dispatcher.Topic;
import dev.abacus.function.dispatcher.Topic.RocketMqWriter;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.kernel.test.servers.TestRun;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Events that others write to real brokers and directories, and the invocations that two dispatchers make of them. */
@WithServers({MARIADB, REDIS, ROCKETMQ, KAFKA})
class SourcesTest {

    private static final CatalogueInMemory FUNCTIONS = new CatalogueInMemory();
    private static final String HEARING =
            """
            public CloudEvent handle(CloudEvent event, FunctionContext it) {
                if (text(event).contains("break")) { throw new PermanentFailure("broken"); }
                return text(event, "heard " + text(event));
            }
            """;
    private static int number;
    private static long published;

    @TempDir
    private static Path arrivals;

    private static RocketMqWriter writer;
    private static RunningDispatcher one;
    private static RunningDispatcher two;

    @BeforeAll
    static void start() throws Exception {
        writer = new RocketMqWriter();
        String schema = TestSchemas.createOne("fn");
        one = start(schema, "one");
        two = start(schema, "two");
    }

    private static RunningDispatcher start(String schema, String name) {
        return RunningDispatcher.start(
                schema,
                name,
                FUNCTIONS,
                "--abacus.functions.arrivals.directory=" + arrivals,
                "--abacus.functions.arrivals.look=100ms",
                "--abacus.functions.delivery.look=50ms");
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
        writer.close();
    }

    private static String deploy(UnaryOperator<Definitions> more) {
        String type = "Hears" + ++number;
        String name = type.toLowerCase(java.util.Locale.ROOT);
        FUNCTIONS.deploy(more.apply(Definitions.of(name, type)).build(), Sources.jar(type, HEARING));
        return name;
    }

    private static List<JsonNode> invocations(String function) {
        return one.get("/functions/" + function + "/invocations?limit=200")
                .mustBe(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<JsonNode> awaitEnded(String function, int count) {
        return Awaitility.await(count + " invocations of " + function)
                .until(
                        () -> invocations(function),
                        found -> found.size() == count
                                && found.stream()
                                        .noneMatch(one -> one.path("endedAt").isNull()));
    }

    /** They stay as many for as long as what was read twice would take. */
    private static void stays(String function, int count) {
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .until(() -> invocations(function).size() == count);
    }

    private static List<String> results(List<JsonNode> invocations) {
        return invocations.stream().map(it -> it.path("result").asString()).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> event(String id, String... more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "CE_specversion",
                "1.0",
                "CE_id",
                id,
                "CE_source",
                "/test",
                "CE_type",
                "told",
                "type",
                "told",
                "id",
                id));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }

    private static List<JsonNode> deadLetters(String function, int count) {
        return Awaitility.await()
                .until(
                        () -> one.get("/functions/" + function + "/dead-letters")
                                .mustBe(200)
                                .json()
                                .path("items")
                                .valueStream()
                                .toList(),
                        found -> found.size() == count);
    }

    // RocketMQ

    private static Trigger rocketMq(String topic) {
        return new Trigger.RocketMq("told", topic, true);
    }

    @Test
    void each_message_is_one_invocation_however_often_it_is_sent_and_whoever_reads_it() throws Exception {
        writer.make("each");
        String function = deploy(it -> it.triggers(rocketMq("each")));
        for (int i = 0; i < 60; i++) {
            for (int times = 0; times <= i % 2; times++) {
                writer.send("each", "k" + i, bytes("m" + i), event("e" + i));
            }
        }
        // The case of an id makes another one.
        writer.send("each", "k", bytes("M1"), event("E1"));

        assertThat(results(awaitEnded(function, 61)))
                .contains("heard M1")
                .containsAll(IntStream.range(0, 60).mapToObj(i -> "heard m" + i).toList());
        stays(function, 61);
    }

    @Test
    void messages_of_one_key_run_in_order_and_a_poisonous_one_is_a_dead_letter_that_holds_up_nothing()
            throws Exception {
        writer.make("poison");
        String function = deploy(it -> it.triggers(rocketMq("poison")));
        writer.send("poison", "a", bytes("a0"), event("a0", "aggregate", "a"));
        writer.send("poison", "a", bytes("no event at all"), Map.of("type", "x", "id", "1", "aggregate", "a"));
        writer.send("poison", "a", new byte[300 * 1024], event("large", "aggregate", "a"));
        writer.send(
                "poison",
                "a",
                bytes("{\"tenantId\":\"8\"}"),
                event("foreign", "aggregate", "a", "tenant", "7", "CE_datacontenttype", "application/json"));
        writer.send("poison", "a", bytes("x"), event("deep", "aggregate", "a", "CE_depth", "16"));
        for (int i = 1; i < 10; i++) {
            writer.send("poison", "a", bytes("a" + i), event("a" + i, "aggregate", "a"));
        }

        List<JsonNode> ended = awaitEnded(function, 14);
        List<JsonNode> letters = deadLetters(function, 4);
        assertThat(letters.stream().map(it -> it.path("failure").path("type").asString()))
                .containsExactlyInAnyOrder("not-a-cloud-event", "event-too-large", "another-tenant", "too-deep");
        assertThat(letters.getFirst().path("failure").path("message").asString())
                .contains("told at ", "bytes, sha256 ");
        assertThat(ended.stream()
                        .filter(it -> it.path("state").asString().equals("SUCCEEDED"))
                        .sorted(java.util.Comparator.comparing(
                                it -> it.path("startedAt").asString()))
                        .map(it -> it.path("result").asString()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> "heard a" + i).toList());
        assertThat(one.send(
                                "POST",
                                "/functions/" + function + "/dead-letters/"
                                        + letters.getFirst().path("id").asString() + "/redrive",
                                null)
                        .mustBe(409)
                        .problem())
                .isEqualTo("no-dead-letter");
        stays(function, 14);
    }

    /** As they are published: each newer than the last. */
    private static void publish(LaneState state) {
        var lane = new LaneRule(
                LaneTag.parse("spring-3"), LaneKind.GRAY, state, false, Set.of(), null, null, 0, null, null);
        var rules = new LaneRules(++published, Instant.now(), false, null, List.of(lane));
        List.of(one, two).forEach(it -> it.bean(ActiveRules.class).accept(rules));
    }

    @Test
    void the_suites_own_events_bring_tenant_and_lane_and_a_lane_that_is_over_is_the_baselines() throws Exception {
        writer.make("sales");
        String function = deploy(it -> it.triggers(rocketMq("sales")));
        publish(LaneState.ROUTABLE);
        Map<String, String> own = Map.of(
                "type", "sales.order-placed.v1",
                "id", "4711",
                "tenant", "7",
                "aggregate", "order-1",
                "lane", "spring-3",
                "h_baggage", "abacus.lane=spring-3",
                "h_traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        writer.send("sales", "order-1", bytes("first"), own);
        JsonNode tagged = awaitEnded(function, 1).getFirst();
        assertThat(tagged.path("lane").asString()).isEqualTo("spring-3");
        assertThat(tagged.path("tenant").asString()).isEqualTo("7");
        assertThat(tagged.path("orderingKey").asString()).isEqualTo("order-1");

        publish(LaneState.RETIRED);
        Map<String, String> late = new HashMap<>(own);
        late.put("id", "4712");
        writer.send("sales", "order-1", bytes("late"), late);
        // As the auditor of lanes sends it once more.
        late.remove("lane");
        late.remove("h_baggage");
        writer.send("sales", "order-1", bytes("late"), late);

        List<JsonNode> both = awaitEnded(function, 2);
        assertThat(both.getFirst().path("lane").isNull()).isTrue();
        assertThat(both.getFirst().path("tenant").asString()).isEqualTo("7");
        stays(function, 2);
    }

    @Test
    void one_id_leads_from_an_event_through_two_functions_and_topics() throws Exception {
        writer.make("first");
        writer.make("second");
        writer.make("third");
        String first =
                deploy(it -> it.triggers(rocketMq("first")).success(new Destination.Topic("rocketmq", "second")));
        String second =
                deploy(it -> it.triggers(rocketMq("second")).success(new Destination.Topic("rocketmq", "third")));
        String trace = "00-1bf7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        writer.send(
                "first", "k", bytes("x"), event("origin-1", "tenant", "7", "aggregate", "k", "CE_traceparent", trace));

        JsonNode begun = awaitEnded(first, 1).getFirst();
        JsonNode followed = awaitEnded(second, 1).getFirst();
        assertThat(followed.path("parent").asString())
                .isEqualTo(begun.path("id").asString());
        assertThat(followed.path("depth").asInt()).isEqualTo(1);
        assertThat(followed.path("tenant").asString()).isEqualTo("7");
        var messages = Topic.ofRocketMq("third");
        Awaitility.await().until(() -> messages.size() == 1);
        var message = messages.getFirst();
        assertThat(new String(message.getBody(), StandardCharsets.UTF_8)).isEqualTo("heard heard x");
        assertThat(message.getUserProperty("CE_correlationid")).isEqualTo("origin-1");
        assertThat(message.getUserProperty("CE_invocation"))
                .isEqualTo(followed.path("id").asString());
        assertThat(message.getUserProperty("CE_traceparent")).contains("1bf7651916cd43dd8448eb211c80319c");
        assertThat(message.getUserProperty("aggregate")).isEqualTo("k");
    }

    // Kafka

    @Test
    void each_record_is_one_invocation_in_order_of_its_key_and_poison_holds_up_nothing() throws Exception {
        String topic = "pushes-" + TestRun.NAME;
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(Topic.kafkaEvent(topic, "a", "p" + i, "p" + i));
            if (i == 5) {
                records.add(Topic.kafkaRecord(topic, "a", "no event"));
                records.add(Topic.kafkaEvent(topic, "a", "p5", "p5"));
            }
        }
        records.add(Topic.kafkaRecord(
                topic,
                null,
                "{\"specversion\":\"1.0\",\"id\":\"doc\",\"source\":\"/partner\",\"type\":\"pushed\",\"data\":\"d\"}",
                "content-type",
                "application/cloudevents+json; charset=utf-8"));
        Topic.writeKafka(records);
        String function =
                deploy(it -> it.triggers(new Trigger.Kafka("pushed", topic, "fn-" + topic, true, "42", false)));

        List<JsonNode> ended = awaitEnded(function, 22);
        assertThat(ended.stream()
                        .filter(it -> it.path("orderingKey").asString("").equals("a"))
                        .sorted(java.util.Comparator.comparing(
                                it -> it.path("startedAt").asString()))
                        .map(it -> it.path("result").asString()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "heard p" + i).toList());
        assertThat(deadLetters(function, 1)
                        .getFirst()
                        .path("failure")
                        .path("message")
                        .asString())
                .contains(topic);
        assertThat(ended.stream()
                        .filter(it -> !it.path("deadLetter").asBoolean())
                        .map(it -> it.path("tenant").asString()))
                .containsOnly("42");
        stays(function, 22);
    }

    @Test
    void a_record_is_believed_whose_it_is_only_where_the_topic_is_vouched_for() throws Exception {
        String topic = "claims-" + TestRun.NAME;
        publish(LaneState.ROUTABLE);
        Topic.writeKafka(List.of(Topic.kafkaEvent(topic, null, "c", "c", "tenant", "7", "lane", "spring-3")));
        String doubting =
                deploy(it -> it.triggers(new Trigger.Kafka("claims", topic, "doubting-" + topic, false, null, false)));
        String trusting =
                deploy(it -> it.triggers(new Trigger.Kafka("claims", topic, "trusting-" + topic, false, null, true)));

        JsonNode doubted = awaitEnded(doubting, 1).getFirst();
        assertThat(doubted.path("tenant").isNull()).isTrue();
        assertThat(doubted.path("lane").isNull()).isTrue();
        JsonNode trusted = awaitEnded(trusting, 1).getFirst();
        assertThat(trusted.path("tenant").asString()).isEqualTo("7");
        assertThat(trusted.path("lane").asString()).isEqualTo("spring-3");
    }

    // Files

    private static Trigger files(String directory) {
        return new Trigger.Files("csv", directory, "*.csv", Duration.ofMillis(300), "42");
    }

    private static List<String> names(Path directory) throws Exception {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void a_file_that_has_come_whole_is_handed_in_once_by_reference_and_put_with_those_that_are_done() throws Exception {
        String function = deploy(it -> it.triggers(files("in/stock")));
        Path directory = Files.createDirectories(arrivals.resolve("in/stock"));
        Files.writeString(directory.resolve("notes.txt"), "not asked for");
        Files.writeString(directory.resolve(".half.csv"), "hidden");
        Files.createSymbolicLink(directory.resolve("link.csv"), directory.resolve("notes.txt"));
        Path growing = directory.resolve("big.csv");
        for (int i = 0; i < 8; i++) {
            Files.writeString(
                    growing,
                    "line " + i + "\n",
                    java.nio.file.StandardOpenOption.CREATE,
                    java.nio.file.StandardOpenOption.APPEND);
            Thread.sleep(100);
        }
        Files.writeString(directory.resolve("small.csv"), "1");

        List<JsonNode> ended = awaitEnded(function, 2);
        assertThat(ended.stream().map(it -> it.path("tenant").asString())).containsOnly("42");
        assertThat(String.join("\n", results(ended)))
                .contains("\"size\":56", "\"size\":1", "\"name\":\"big.csv\"", "\"sha256\":", "/taken/");
        Path done = directory.resolve("done/" + function + "_csv");
        Awaitility.await().until(() -> names(done).size() == 2);
        assertThat(names(directory))
                .contains("notes.txt", ".half.csv", "link.csv")
                .doesNotContain("big.csv");

        // The same file again is nothing new; of another content it is.
        Files.writeString(directory.resolve("small.csv"), "1");
        Awaitility.await().until(() -> !names(directory).contains("small.csv"));
        Files.writeString(directory.resolve("small.csv"), "2");
        awaitEnded(function, 3);
        Awaitility.await().until(() -> names(done).size() == 3);
        stays(function, 3);
    }

    @Test
    void a_file_whose_invocation_failed_is_put_aside_and_is_there_again_when_that_is_begun_anew() throws Exception {
        String function = deploy(it -> it.triggers(files("in/breaking")));
        Path directory = Files.createDirectories(arrivals.resolve("in/breaking"));
        Files.writeString(directory.resolve("break.csv"), "1");
        JsonNode letter = deadLetters(function, 1).getFirst();
        Path failed = directory.resolve("failed/" + function + "_csv");
        Awaitility.await().until(() -> names(failed).size() == 1);

        one.send(
                        "POST",
                        "/functions/" + function + "/dead-letters/"
                                + letter.path("id").asString() + "/redrive",
                        null)
                .mustBe(202);
        deadLetters(function, 1);
        Awaitility.await().until(() -> names(failed).size() == 1);
        stays(function, 1);
    }

    @Test
    void a_file_that_was_taken_by_a_dispatcher_that_died_is_handed_in_by_the_next_look() throws Exception {
        Path directory = arrivals.resolve("in/left");
        String type = "Hears" + (number + 1);
        String hash = "b".repeat(64);
        Path taken = Files.createDirectories(directory.resolve("taken/" + type.toLowerCase() + "_csv"));
        Files.writeString(taken.resolve(hash + "-left.csv"), "1");

        String function = deploy(it -> it.triggers(files("in/left")));

        assertThat(results(awaitEnded(function, 1)).getFirst()).contains("left.csv", hash);
    }
}
