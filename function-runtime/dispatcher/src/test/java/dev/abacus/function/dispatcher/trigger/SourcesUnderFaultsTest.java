package dev.abacus.function.dispatcher.trigger;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static dev.abacus.kernel.test.servers.Server.ROCKETMQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.dispatcher.DispatcherProcess;
import dev.abacus.function.dispatcher.FunctionDispatcher;
import dev.abacus.function.dispatcher.Topic.RocketMqWriter;
import dev.abacus.kernel.test.servers.SuiteProcess;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One event stays one invocation when those die that handle it. */
@WithServers({MARIADB, REDIS, ROCKETMQ})
class SourcesUnderFaultsTest {

    private static final String FUNCTION = "counting";
    private static final String TOPIC = "counted";
    private static final String DEFINITION =
            "name: " + FUNCTION + "\nhandler: Counting\ntriggers: [{name: told, rocketmq: {topic: " + TOPIC + "}}]\n";
    private static final String SOURCE =
            """
            import dev.abacus.function.*;
            import io.cloudevents.CloudEvent;
            public class Counting implements CloudFunction {
                public CloudEvent handle(CloudEvent event, FunctionContext context) { return event; }
            }
            """;
    /** A JVM and a broker start meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int FIRST = 40;
    private static final int SECOND = 20;

    @TempDir
    private Path directory;

    @TempDir
    private Path childs;

    private final String schema = TestSchemas.createOne("fn");

    @Test
    void a_dispatcher_killed_before_the_broker_heard_of_it_and_a_broker_killed_after_cost_no_event_and_double_none()
            throws Exception {
        deploy();
        try (var writer = new RocketMqWriter()) {
            writer.make(TOPIC);
            send(writer, 0, FIRST);
        }
        // What was read is told to the broker every five seconds, the first time after ten: so none of this will have
        // been.
        Process child = child();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count("SELECT COUNT(*) FROM invocation") == FIRST);
        child.destroyForcibly().waitFor();

        try (var successor = successor()) {
            Awaitility.await().atMost(PATIENCE).until(() -> repeated(successor) > 0);
            var broker = new SuiteProcess("rocketmq");
            broker.kill();
            broker.start();
            try (var writer = new RocketMqWriter()) {
                send(writer, FIRST, FIRST + SECOND);
            }
            Awaitility.await()
                    .atMost(PATIENCE)
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
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
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
    private void deploy() {
        try (var dispatcher = successor()) {
            dispatcher
                    .post(
                            "/functions/" + FUNCTION + "/versions",
                            Map.of("definition", DEFINITION, "source", SOURCE, "reason", "to count"))
                    .mustBe(201);
        }
    }

    private DispatcherProcess successor() {
        return DispatcherProcess.start(schema, directory);
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
    private Process child() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("abacus.") || name.startsWith("spring.data.redis"))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                FunctionDispatcher.class.getName(),
                "--spring.profiles.active=dev,test",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--abacus.functions.schema=" + schema,
                "--abacus.functions.directory=" + childs,
                "--abacus.functions.dispatcher=child",
                "--abacus.functions.pool.reserve=0",
                "--abacus.auth.client-secret=unused",
                "--abacus.lane.enabled=false",
                "--spring.cloud.nacos.discovery.enabled=false",
                "--management.tracing.export.enabled=false"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "child.log").toFile())
                .start();
    }
}
