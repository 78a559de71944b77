package dev.abacus.function.dispatcher.platform;

import static dev.abacus.kernel.test.servers.Server.NACOS;
import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.config.ConfigService;
import dev.abacus.function.dispatcher.CatalogueInMemory;
import dev.abacus.function.dispatcher.Definitions;
import dev.abacus.function.dispatcher.Sources;
import dev.abacus.function.dispatcher.pool.CallListener;
import dev.abacus.function.dispatcher.pool.Fleets;
import dev.abacus.function.dispatcher.pool.PoolProperties;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.wire.Calling;
import dev.abacus.function.wire.Question;
import dev.abacus.function.wire.Reply;
import dev.abacus.kernel.test.servers.WithServers;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator publishes in Nacos, as a function in a real worker reads it. */
@WithServers(NACOS)
class NacosSettingsTest {

    private static final String GROUP = "TEST-" + ThreadLocalRandom.current().nextInt(1 << 30);

    private static ConfigService operator;
    private static int number;

    @TempDir
    private Path directory;

    private final CatalogueInMemory catalogue = new CatalogueInMemory();
    private volatile boolean away;
    private NacosSettings settings;
    private Fleets fleets;
    private DeployedVersion greeter;

    @BeforeAll
    static void connect() throws Exception {
        operator = client();
    }

    private static ConfigService client() throws Exception {
        Properties server = new Properties();
        server.put("serverAddr", System.getProperty("spring.cloud.nacos.server-addr"));
        server.put("username", "nacos");
        server.put("password", "nacos");
        return NacosFactory.createConfigService(server);
    }

    @BeforeEach
    void begin() {
        String name = "greeter" + ++number;
        greeter = catalogue.deploy(
                Definitions.of(name, "Greeter")
                        .settings(Map.of("greeting", "hello", "mark", "!"))
                        .build(),
                Sources.jar(
                        "Greeter",
                        """
                        public CloudEvent handle(CloudEvent event, FunctionContext it) {
                            var settings = it.platform().configuration();
                            return text(event, settings.get("greeting") + settings.get("mark"));
                        }
                        """));
        start();
    }

    private void start() {
        settings = new NacosSettings(this::reached, GROUP, new KeptSettings(directory.resolve("settings")));
        var pool = new PoolProperties(
                directory,
                1,
                64,
                4,
                Duration.ofMillis(300),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20));
        fleets = new Fleets(pool, catalogue, settings, (function, took) -> {}, Clock.systemUTC());
    }

    private ConfigService reached() {
        if (away) {
            throw new IllegalStateException("Nacos is away");
        }
        return operator;
    }

    @AfterEach
    void end() throws Exception {
        fleets.close();
        settings.close();
    }

    private void publish(String text) throws Exception {
        operator.publishConfig(NacosSettings.dataId(greeter.function()), GROUP, text);
    }

    private String greeting() throws Exception {
        var calling = new Calling("1", null, null, System.currentTimeMillis() + 10_000, 1, 0, null);
        var event = CloudEventBuilder.v1()
                .withId("1")
                .withSource(URI.create("/test"))
                .withType("test")
                .build();
        var outcome = fleets.acquire(greeter, null)
                .run(calling, event, new Silent())
                .outcome()
                .join();
        return new String(outcome.event().getData().toBytes(), StandardCharsets.UTF_8);
    }

    private static final class Silent implements CallListener {

        @Override
        public void logged(String level, long epochMillis, String text) {}

        @Override
        public void asked(Question question, Consumer<Reply> answer) {
            answer.accept(Reply.refused("not here"));
        }
    }

    private void awaitGreeting(String expected) {
        Awaitility.await().until(this::greeting, expected::equals);
    }

    @Test
    void what_is_published_goes_over_function_yaml_and_its_changes_reach_workers_that_run() throws Exception {
        publish("greeting: 你好\n");
        assertThat(greeting()).as("from the first call on").isEqualTo("你好!");

        publish("greeting: Hey\nmark: 3\n");
        awaitGreeting("Hey3");

        operator.removeConfig(NacosSettings.dataId(greeter.function()), GROUP);
        awaitGreeting("hello!");
    }

    @Test
    void a_text_that_is_none_changes_nothing() throws Exception {
        publish("greeting: Hey\n");
        assertThat(greeting()).isEqualTo("Hey!");

        publish("greeting: [a, list]\n");
        publish("greeting: Hey\nmark: '?'\n");

        awaitGreeting("Hey?");
    }

    @Test
    void the_last_ones_known_stay_while_nacos_is_away_also_over_a_restart() throws Exception {
        publish("greeting: Hey\n");
        assertThat(greeting()).isEqualTo("Hey!");
        end();

        away = true;
        start();
        assertThat(greeting()).isEqualTo("Hey!");

        away = false;
        publish("greeting: Back\n");
        awaitGreeting("Back!");
    }

    @Test
    void without_nacos_and_anything_known_those_of_function_yaml_are_in_force() throws Exception {
        away = true;
        assertThat(greeting()).isEqualTo("hello!");
    }
}
