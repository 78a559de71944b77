package dev.abacus.function.dispatcher.trigger;

import static dev.abacus.kernel.test.servers.Server.KAFKA;
import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static dev.abacus.kernel.test.servers.Server.ROCKETMQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.ChildDispatcher;
import dev.abacus.function.dispatcher.DispatcherProcess;
import dev.abacus.function.dispatcher.Topic;
import dev.abacus.function.dispatcher.Topic.RocketMqWriter;
import dev.abacus.kernel.test.servers.SuiteProcess;
import dev.abacus.kernel.test.servers.TestRun;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One event stays one invocation when those die that handle it. */
@WithServers({MARIADB, REDIS, ROCKETMQ, KAFKA})
class SourcesUnderFaultsTest {

    private static final String FUNCTION = "counting";
    private static final String TOPIC = "counted";
    private static final String DEFINITION =
            "name: " + FUNCTION + "\nhandler: Counting\ntriggers: [{name: told, rocketmq: {topic: " + TOPIC + "}}]\n";
    private static final String PUSHES = "pushes-under-faults-" + TestRun.NAME;
    private static final String RESULTS = "results-under-faults-" + TestRun.NAME;
    private static final String OF_KAFKA =
            "name: " + FUNCTION + "\nhandler: Counting\ntriggers: [{name: told, kafka: {topic: " + PUSHES
                    + "}}]\ndestinations: {success: {kafka: " + RESULTS + "}}\n";
    /** A JVM and a broker start meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int FIRST = 40;
    private static final int SECOND = 20;
    private static final int ALL = FIRST + 2 * SECOND;

    @TempDir
    private Path directory;

    @TempDir
    private Path childs;

    private final String schema = TestSchemas.createOne("fn");

    @Test
    void a_dispatcher_killed_before_the_broker_heard_of_it_and_a_broker_killed_after_cost_no_event_and_double_none()
            throws Exception {
        deploy(DEFINITION);
        try (var writer = new RocketMqWriter()) {
            writer.make(TOPIC);
            send(writer, 0, FIRST);
        }
        // What was read is told to the broker every five seconds, the first time after ten: so none of this will have
        // been.
        ChildDispatcher child = child();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count("SELECT COUNT(*) FROM invocation") == FIRST);
        child.kill();

        try (var successor = successor()) {
            Awaitility.await().until(() -> repeated(successor) > 0);
            var broker = new SuiteProcess("rocketmq");
            broker.kill();
            broker.start();
            try (var writer = new RocketMqWriter()) {
                send(writer, FIRST, FIRST + SECOND);
            }
            Awaitility.await()
                    .until(() -> count("SELECT COUNT(*) FROM invocation WHERE state = 'SUCCEEDED'") == FIRST + SECOND);
        }
        assertThat(count("SELECT COUNT(*) FROM invocation")).isEqualTo(FIRST + SECOND);
        assertThat(count("SELECT COUNT(DISTINCT deduplication) FROM invocation"))
                .isEqualTo(FIRST + SECOND);
    }

    private static void send(RocketMqWriter writer, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            String id = "e" + i;
            // A broker that has just started takes a moment to be known; what is sent twice is one event.
            Awaitility.await().ignoreExceptions().until(() -> {
                writer.send(
                        TOPIC,
                        id,
                        id.getBytes(StandardCharsets.UTF_8),
                        Map.of("CE_id", id, "CE_source", "/test", "CE_type", "counted", "type", "counted", "id", id));
                return true;
            });
        }
    }

    /** By a dispatcher that is gone before there is anything to read. */
    private void deploy(String definition) {
        try (var dispatcher = successor()) {
            dispatcher
                    .post(
                            "/functions/" + FUNCTION + "/versions",
                            Map.of("definition", definition, "source", counting(), "reason", "to count"))
                    .mustBe(201);
        }
    }

    /** Leaves a line for each attempt. */
    private String counting() {
        return """
                import dev.abacus.function.*;
                import io.cloudevents.CloudEvent;
                import java.nio.file.*;
                public class Counting implements CloudFunction {
                    public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
                        Files.writeString(Path.of("%s"), event.getId() + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        return event;
                    }
                }
                """
                .formatted(attempts());
    }

    private Path attempts() {
        return directory.resolve("attempts");
    }

    private DispatcherProcess successor() {
        return DispatcherProcess.start(
                schema,
                directory,
                "--abacus.functions.delivery.retries=100",
                "--abacus.functions.delivery.backoff=500ms",
                "--abacus.functions.delivery.longest=1s");
    }

    @Test
    void a_kafka_that_is_killed_and_comes_back_costs_no_event_no_attempt_and_no_result() throws Exception {
        deploy(OF_KAFKA);
        var broker = new SuiteProcess("kafka");
        try (var dispatcher = successor()) {
            push(0, FIRST);
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> count("SELECT COUNT(*) FROM invocation") > 0);
            broker.kill();
            // What comes meanwhile by another way is carried out; only its result has nowhere to go.
            for (int i = FIRST; i < FIRST + SECOND; i++) {
                dispatcher
                        .send(
                                "POST",
                                "/functions/" + FUNCTION + "/invocations?async=true",
                                "{}",
                                Map.of(
                                        "ce-specversion",
                                        "1.0",
                                        "ce-id",
                                        "e" + i,
                                        "ce-source",
                                        "/shop",
                                        "ce-type",
                                        "sold"))
                        .mustBe(202);
            }
            Awaitility.await("a delivery in vain")
                    .until(() ->
                            count("SELECT COUNT(*) FROM delivery WHERE attempts > 0 AND delivered_at IS NULL") > 0);

            broker.start();
            push(FIRST + SECOND, ALL);
            Awaitility.await()
                    .until(() -> count("SELECT COUNT(*) FROM delivery WHERE delivered_at IS NOT NULL") == ALL);
        }
        assertThat(count("SELECT COUNT(*) FROM invocation")).isEqualTo(ALL);
        assertThat(count("SELECT COUNT(*) FROM invocation WHERE state = 'SUCCEEDED' AND attempt = 1"))
                .isEqualTo(ALL);
        List<String> events = IntStream.range(0, ALL).mapToObj(i -> "e" + i).toList();
        assertThat(Files.readAllLines(attempts())).containsExactlyInAnyOrderElementsOf(events);
        assertThat(results()).containsExactlyInAnyOrderElementsOf(events);
    }

    private static void push(int from, int to) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = from; i < to; i++) {
            records.add(Topic.kafkaEvent(PUSHES, null, "e" + i, "{}"));
        }
        Topic.writeKafka(records);
    }

    /** What came twice, since its first arrival was not heard of, counts once. */
    private static Set<String> results() {
        Set<String> ids = new HashSet<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (ids.size() < ALL && System.nanoTime() < until) {
            Topic.ofKafka(RESULTS, ALL - ids.size())
                    .forEach(record -> ids.add(
                            new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)));
        }
        return ids;
    }

    private static double repeated(DispatcherProcess dispatcher) {
        return dispatcher
                .bean(MeterRegistry.class)
                .find("function.trigger.events")
                .tag("outcome", "repeated")
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private long count(String sql) throws SQLException {
        try (var connection = TestSchemas.connect(schema);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A dispatcher that can be killed. */
    private ChildDispatcher child() {
        return ChildDispatcher.start(schema, childs);
    }
}
