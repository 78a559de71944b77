package dev.abacus.function.dispatcher.delivery;

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
import dev.abacus.function.dispatcher.delivery.Hooks.Call;
import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.kernel.test.servers.TestRun;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Headers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where results go: web servers on this machine, and topics of real brokers, read by others. */
@WithServers({MARIADB, REDIS, ROCKETMQ, KAFKA})
class DeliveriesTest {

    private static final CatalogueInMemory FUNCTIONS = new CatalogueInMemory();
    private static final String ANSWERING =
            """
            public CloudEvent handle(CloudEvent event, FunctionContext it) {
                if (text(event).equals("break")) { throw new PermanentFailure("broken"); }
                return text(event, "done " + text(event));
            }
            """;
    /** A call of a webhook that does not answer. */
    private static final Duration HANGS = Duration.ofSeconds(60);

    private static int number;

    private static RunningDispatcher one;
    private static RunningDispatcher two;

    private final Hooks hooks = new Hooks();

    @BeforeAll
    static void start() {
        String schema = TestSchemas.createOne("fn");
        one = start(schema, "one");
        two = start(schema, "two");
    }

    private static RunningDispatcher start(String schema, String name) {
        return RunningDispatcher.start(
                schema,
                name,
                FUNCTIONS,
                "--abacus.functions.webhook.loopback=true",
                "--abacus.functions.webhook.timeout=" + HANGS.toSeconds() + "s",
                "--abacus.functions.webhook.secrets.partner=" + Hooks.SECRET,
                "--abacus.functions.delivery.retries=2",
                "--abacus.functions.delivery.backoff=100ms",
                "--abacus.functions.delivery.longest=200ms",
                "--abacus.functions.delivery.look=50ms");
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
    }

    @AfterEach
    void closeHooks() {
        hooks.close();
    }

    private static String deploy(UnaryOperator<Definitions> more) {
        String type = "Told" + ++number;
        String name = type.toLowerCase(java.util.Locale.ROOT);
        FUNCTIONS.deploy(more.apply(Definitions.of(name, type)).build(), Sources.jar(type, ANSWERING));
        return name;
    }

    private Destination webhook() {
        return new Destination.Webhook(hooks.address(), "partner");
    }

    private static List<JsonNode> deliveries(String function, String query) {
        return one.get("/functions/" + function + "/deliveries?limit=200" + query)
                .mustBe(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static JsonNode awaitDelivery(String function, String state) {
        return Awaitility.await()
                .until(() -> deliveries(function, "&state=" + state), found -> !found.isEmpty())
                .getFirst();
    }

    private static String topic(String name) {
        return name + "-" + TestRun.NAME;
    }

    // Webhooks

    @Test
    void a_webhook_is_signed_and_tried_with_the_same_id_until_it_takes_the_result() throws Exception {
        String function = deploy(it -> it.success(webhook()));
        hooks.answer(call -> hooks.calls().size() < 3 ? 503 : 204);

        String id = one.submit(function, "this", "");
        JsonNode delivered = awaitDelivery(function, "DELIVERED");

        assertThat(delivered.path("attempts").asInt()).isEqualTo(3);
        assertThat(delivered.path("invocation").asString()).isEqualTo(id);
        assertThat(hooks.calls()).hasSize(3);
        assertThat(hooks.calls().stream().map(Call::id).distinct())
                .containsExactly(delivered.path("id").asString());
        for (Call call : hooks.calls()) {
            assertThat(call.signed()).isTrue();
            assertThat(call.event().path("invocation").asString()).isEqualTo(id);
            assertThat(call.event().path("function").asString()).isEqualTo(function);
            assertThat(call.data()).isEqualTo("done this");
        }
        assertThat(one.invocation(function, id).path("deliveries").size()).isEqualTo(1);
    }

    @Test
    void what_is_given_up_is_listed_and_can_be_sent_again_once() {
        String function = deploy(it -> it.failure(webhook()));
        hooks.answer(call -> 500);
        String id = one.submit(function, "break", "");
        JsonNode dead = awaitDelivery(function, "DEAD");
        assertThat(dead.path("attempts").asInt()).isEqualTo(3);
        assertThat(dead.path("failure").asString()).contains("it answered 500");
        assertThat(hooks.calls()).hasSize(3);

        hooks.answer(call -> 200);
        String redrive =
                "/functions/" + function + "/deliveries/" + dead.path("id").asString() + "/redrive";
        one.send("POST", redrive, null).mustBe(202);
        assertThat(one.send("POST", redrive, null).mustBe(409).problem()).isEqualTo("no-dead-delivery");

        assertThat(awaitDelivery(function, "DELIVERED").path("attempts").asInt())
                .isEqualTo(1);
        assertThat(deliveries(function, "&state=DEAD")).isEmpty();
        assertThat(hooks.calls()).hasSize(4);
        JsonNode told = hooks.calls().getLast().event();
        assertThat(told.path("type").asString()).isEqualTo("dev.abacus.function.failed.v1");
        assertThat(told.path("data").path("failure").path("message").asString()).isEqualTo("broken");
        assertThat(told.path("invocation").asString()).isEqualTo(id);
        assertThat(one.get("/functions/other/deliveries/" + dead.path("id").asString())
                        .status())
                .isEqualTo(404);
        assertThat(one.as("x~other", "POST", redrive, null).status()).isEqualTo(403);
    }

    @Test
    void who_answers_gone_is_not_asked_again_and_who_leads_elsewhere_is_not_followed() {
        String gone = deploy(it -> it.success(webhook()));
        hooks.answer(call -> 410);
        one.submit(gone, "x", "");
        assertThat(awaitDelivery(gone, "DEAD").path("attempts").asInt()).isEqualTo(1);

        String elsewhere = deploy(it -> it.success(webhook()));
        hooks.answer(call -> 302);
        one.submit(elsewhere, "x", "");
        assertThat(awaitDelivery(elsewhere, "DEAD").path("failure").asString()).contains("302");
        assertThat(hooks.calls()).hasSize(4);
    }

    @Test
    void an_address_inside_is_given_up_at_once() {
        String function = deploy(it -> it.success(new Destination.Webhook("https://10.0.0.1/hook", "partner")));
        one.submit(function, "x", "");
        JsonNode dead = awaitDelivery(function, "DEAD");
        assertThat(dead.path("attempts").asInt()).isEqualTo(1);
        assertThat(dead.path("failure").asString()).contains("no address of the public internet");
    }

    @Test
    void results_of_one_key_come_in_order_and_hold_up_no_other_key() {
        String function = deploy(it -> it.success(webhook()));
        var refusedOnce = ConcurrentHashMap.<String>newKeySet();
        hooks.answer(call -> call.data().endsWith("a1") && refusedOnce.add(call.id()) ? 500 : 200);

        one.submit(function, "a1", "&orderingKey=a");
        two.submit(function, "a2", "&orderingKey=a");
        one.submit(function, "b1", "&orderingKey=b");
        one.submit(function, "a3", "&orderingKey=a");

        Awaitility.await().until(() -> deliveries(function, "&state=DELIVERED").size() == 4);
        assertThat(hooks.calls().stream().map(Call::data).filter(data -> data.startsWith("done a")))
                .containsExactly("done a1", "done a1", "done a2", "done a3");
    }

    @Test
    void a_destination_that_hangs_holds_up_nobody_elses() {
        String hanging = deploy(it -> it.success(webhook()));
        String quick = deploy(it -> it.success(webhook()));
        hooks.answer(call -> call.event().path("function").asString().equals(hanging) ? Hooks.hang() : 200);
        // More than both dispatchers have places for.
        for (int i = 0; i < 140; i++) {
            one.submit(hanging, "x", "");
        }
        Awaitility.await()
                .until(() ->
                        deliveries(hanging, "").size() == 140 && hooks.calls().size() >= 16);
        Instant begin = Instant.now();
        one.submit(quick, "x", "");
        awaitDelivery(quick, "DELIVERED");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(HANGS.minusSeconds(3));
    }

    @Test
    void what_a_dead_dispatcher_held_is_delivered_by_another_and_costs_no_attempt() {
        String function = deploy(it -> it.success(webhook()));
        hooks.answer(call -> 500);
        one.submit(function, "x", "");
        String id = awaitDelivery(function, "DEAD").path("id").asString();
        hooks.answer(call -> 200);
        // As a dispatcher leaves it that was killed while it made the second attempt.
        one.bean(JdbcClient.class)
                .sql("UPDATE delivery SET state = 'PENDING', due_at = NULL, attempts = 1, dispatcher = 'ghost', "
                        + "epoch = epoch + 1, failure = NULL WHERE id = ?")
                .param(id)
                .update();

        assertThat(awaitDelivery(function, "DELIVERED").path("attempts").asInt())
                .isEqualTo(2);
    }

    @Test
    void an_end_that_comes_after_a_delivery_was_taken_over_is_refused() {
        String function = deploy(it -> it.success(webhook()));
        var jdbc = one.bean(JdbcClient.class);
        hooks.answer(call -> {
            // As others do it to a dispatcher that slept past its lease.
            jdbc.sql("UPDATE delivery SET state = 'DEAD', dispatcher = NULL, epoch = epoch + 1 WHERE id = ?")
                    .param(call.id())
                    .update();
            return 200;
        });
        one.submit(function, "x", "");

        JsonNode untouched = awaitDelivery(function, "DEAD");
        Awaitility.await().during(Duration.ofMillis(500)).until(() -> deliveries(function, "&state=DELIVERED")
                .isEmpty());
        assertThat(untouched.path("attempts").asInt()).isZero();
    }

    // Topics

    private static LaneRules rules(long version, LaneState state) {
        var lane = new LaneRule(
                LaneTag.parse("spring-3"), LaneKind.GRAY, state, false, Set.of(), null, null, 0, null, null);
        return new LaneRules(version, Instant.now(), false, null, List.of(lane));
    }

    /** As the gateway's callers are on a lane: tests have no telemetry that would carry it. */
    private static String submitOnLane(String function, String text, String trace) {
        var event = CloudEventBuilder.v1()
                .withId(text)
                .withSource(URI.create("/test"))
                .withType("test")
                .withData("text/plain", text.getBytes(StandardCharsets.UTF_8))
                .build();
        return String.valueOf(one.bean(AcceptingInvocations.class)
                .accept(new AcceptingInvocations.Wish(
                        function, null, "42", "spring-3", "order-7", null, Duration.ZERO, 0, null, trace, event))
                .id());
    }

    @Test
    void a_topic_of_the_suite_gets_the_result_with_tenant_key_trace_and_lane() throws Exception {
        String topic = "results";
        String function = deploy(it -> it.success(new Destination.Topic("rocketmq", topic)));
        for (var dispatcher : List.of(one, two)) {
            dispatcher.bean(ActiveRules.class).accept(rules(1, LaneState.ROUTABLE));
        }
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        String id = submitOnLane(function, "here", trace);
        awaitDelivery(function, "DELIVERED");

        var messages = Topic.ofRocketMq(topic);
        Awaitility.await().until(() -> messages.size() == 1);
        var message = messages.getFirst();
        assertThat(new String(message.getBody(), StandardCharsets.UTF_8)).isEqualTo("done here");
        assertThat(message.getUserProperty("CE_specversion")).isEqualTo("1.0");
        assertThat(message.getUserProperty("CE_invocation")).isEqualTo(id);
        assertThat(message.getUserProperty("CE_datacontenttype")).isEqualTo("text/plain");
        assertThat(message.getUserProperty("tenant")).isEqualTo("42");
        assertThat(message.getUserProperty("aggregate")).isEqualTo("order-7");
        assertThat(message.getUserProperty("lane")).isEqualTo("spring-3");
        assertThat(message.getUserProperty("h_baggage")).contains("abacus.lane=spring-3");
        assertThat(message.getUserProperty("h_traceparent")).contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(message.getKeys())
                .isEqualTo(deliveries(function, "").getFirst().path("id").asString());

        for (var dispatcher : List.of(one, two)) {
            dispatcher.bean(ActiveRules.class).accept(rules(2, LaneState.DRAINING));
        }
        submitOnLane(function, "later", trace);
        Awaitility.await().until(() -> messages.size() == 2);
        assertThat(messages.getLast().getUserProperty("lane")).isNull();
        assertThat(messages.getLast().getUserProperty("h_baggage")).isNull();
        assertThat(messages.getLast().getQueueId()).isEqualTo(message.getQueueId());
    }

    /** What lies between the properties of a message on the wire, and would begin another one. */
    @Test
    void a_key_that_would_bring_another_tenant_along_is_delivered_nowhere() {
        String function = deploy(it -> it.success(new Destination.Topic("rocketmq", "forged")));
        one.submit(function, "x", "&tenant=42&orderingKey=k%02tenant%0143");

        JsonNode dead = awaitDelivery(function, "DEAD");
        assertThat(dead.path("failure").asString())
                .isEqualTo("its aggregate has control characters, which no message can carry");
        assertThat(dead.path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void a_topic_of_kafka_gets_the_result_under_its_key() {
        String topic = topic("results");
        String function = deploy(it -> it.success(new Destination.Topic("kafka", topic)));
        String id = one.submit(function, "there", "&tenant=42&orderingKey=order-7");

        var record = Topic.ofKafka(topic, 1).getFirst();
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("done there");
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("order-7");
        assertThat(header(record.headers(), "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record.headers(), "ce_invocation")).isEqualTo(id);
        assertThat(header(record.headers(), "content-type")).isEqualTo("text/plain");
        assertThat(header(record.headers(), "tenant")).isEqualTo("42");
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
