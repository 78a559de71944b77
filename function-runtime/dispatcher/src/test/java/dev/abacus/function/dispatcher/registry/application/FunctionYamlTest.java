package dev.abacus.function.dispatcher.registry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.function.dispatcher.registry.Access;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.dispatcher.registry.Isolation;
import dev.abacus.function.dispatcher.registry.Limits;
import dev.abacus.function.dispatcher.registry.Retry;
import dev.abacus.function.dispatcher.registry.Scale;
import dev.abacus.function.dispatcher.registry.ServiceUse;
import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.kernel.domain.DomainException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionYamlTest {

    private static final String SHORTEST = "name: hello\nhandler: example.Hello\n";

    @Test
    void what_is_not_said_costs_and_opens_least() {
        FunctionDefinition hello = FunctionYaml.read(SHORTEST);
        assertThat(hello)
                .isEqualTo(new FunctionDefinition(
                        "hello",
                        "example.Hello",
                        64,
                        Duration.ofSeconds(30),
                        10,
                        Scale.DEFAULT,
                        Retry.DEFAULT,
                        Duration.ofHours(6),
                        Isolation.SHARED,
                        Access.PLATFORM,
                        Limits.DEFAULT,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    @Test
    void everything_can_be_said() {
        FunctionDefinition all = FunctionYaml.read(
                """
                name: stock-check
                handler: example.StockCheck
                memory: 1Gi
                timeout: 1h30m
                concurrency: 200
                scale: {min: 1, max: 8}
                retry: {times: 5, backoff: 200ms, longest: 1m}
                maxAge: 2d
                isolation: tenant
                access: tenant
                limits: {rate: 10, concurrency: 2, queue: 100}
                destinations:
                  success: {function: report}
                  failure: {webhook: {url: "https://example.com/hook", secret: hook-secret}}
                triggers:
                  - name: orders
                    rocketmq: {topic: trade}
                  - name: pushes
                    kafka: {topic: open-api, group: pushes, order: key, tenant: 42}
                  - name: ours
                    kafka: {topic: ours, trusted: true}
                  - name: nightly
                    timer: {cron: "0 0 2 * * *", zone: Asia/Shanghai, data: '{"full":true}'}
                  - name: arrivals
                    files: {directory: in/stock, pattern: "*.csv", quiet: 5s}
                services:
                  - name: inventory-service
                    permissions: [product.read]
                    calls: ["GET /products", "GET /products/*"]
                settings:
                  level: 3
                  greeting: "hello: you"
                """);
        assertThat(all.memoryMb()).isEqualTo(1024);
        assertThat(all.timeout()).isEqualTo(Duration.ofMinutes(90));
        assertThat(all.scale()).isEqualTo(new Scale(1, 8));
        assertThat(all.retry()).isEqualTo(new Retry(5, Duration.ofMillis(200), Duration.ofMinutes(1)));
        assertThat(all.maxAge()).isEqualTo(Duration.ofDays(2));
        assertThat(all.isolation()).isEqualTo(Isolation.TENANT);
        assertThat(all.access()).isEqualTo(Access.TENANT);
        assertThat(all.limits()).isEqualTo(new Limits(10, 2, 100));
        assertThat(all.success()).isEqualTo(new Destination.Function("report"));
        assertThat(all.failure()).isEqualTo(new Destination.Webhook("https://example.com/hook", "hook-secret"));
        assertThat(all.triggers())
                .containsExactly(
                        new Trigger.RocketMq("orders", "trade", true),
                        new Trigger.Kafka("pushes", "open-api", "pushes", true, "42", false),
                        new Trigger.Kafka("ours", "ours", "fn-stock-check_ours", false, null, true),
                        new Trigger.Timer("nightly", "0 0 2 * * *", ZoneId.of("Asia/Shanghai"), "{\"full\":true}"),
                        new Trigger.Files("arrivals", "in/stock", "*.csv", Duration.ofSeconds(5), null));
        assertThat(all.services())
                .containsExactly(new ServiceUse(
                        "inventory-service", Set.of("product.read"), List.of("GET /products", "GET /products/*")));
        assertThat(all.settings()).containsOnly(Map.entry("level", "3"), Map.entry("greeting", "hello: you"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    retries: 3                              | 3 | retries             | is unknown; known here: name, handler
                    scale: {maximum: 3}                     | 3 | scale.maximum       | is unknown; known here: min, max
                    scale: {min: 5, max: 3}                 | 3 | scale               | must be 0 ≤ min ≤ max
                    scale: 3                                | 3 | scale               | takes keys with values
                    timeout: 30                             | 3 | timeout             | is no duration
                    timeout: 3s5                            | 3 | timeout             | is no duration
                    memory: 64M                             | 3 | memory              | is no amount of memory
                    concurrency: many                       | 3 | concurrency         | is no whole number
                    isolation: process                      | 3 | isolation           | is none of [shared, tenant]
                    settings: {a: [1]}                      | 3 | settings.a          | takes one value
                    settings: {a: }                         | 3 | settings.a          | is empty
                    name: twice                             | 3 | name                | stands here twice
                    triggers: {name: x}                     | 3 | triggers            | takes a list
                    triggers: [{name: x}]                   | 3 | triggers[0]         | takes exactly one of
                    triggers: [{name: x, timer: {cron: x}}] | 3 | triggers[0].timer.cron | must consist of 6 fields
                    triggers: [{name: x, files: {directory: ../x}}] | 3 | triggers[0].files.directory | leads out of
                    triggers: [{name: X y, kafka: {topic: x}}] | 3 | triggers[0].name | must be lower case letters
                    triggers: [{name: x, kafka: {topic: x, order: fifo}}] | 3 | triggers[0].kafka.order | is neither key nor none
                    triggers: [{name: x, kafka: {topic: x, tenant: mine}}] | 3 | triggers[0].kafka.tenant | is no tenant's id
                    triggers: [{name: x, kafka: {topic: x, tenant: 7, trusted: true}}] | 3 | triggers[0].kafka | takes either trusted or
                    triggers: [{name: x, rocketmq: {topic: x, group: g}}] | 3 | triggers[0].rocketmq.group | is unknown
                    triggers: [{name: x, kafka: {}}]        | 3 | triggers[0].kafka.topic | is missing
                    services: [{name: x, calls: ["get /y"]}] | 3 | services[0]        | is no call such as
                    services: [{name: x, calls: ["GET /internal/y"]}] | 3 | services[0] | is no call such as
                    services: [{name: x, permissions: [all]}] | 3 | services[0]       | is no permission such as
                    services: [{name: x, permissions: all}] | 3 | services[0].permissions | takes a list
                    destinations: {success: {}}             | 3 | destinations.success | takes exactly one of
                    destinations: {failure: {webhook: {url: ftp://x, secret: s}}} | 3 | destinations.failure.webhook.url | is no address
                    destinations: {failure: {webhook: {url: https://a:b@x, secret: s}}} | 3 | destinations.failure.webhook.url | is no address
                    destinations: {failure: {webhook: {url: https://x}}} | 3 | destinations.failure.webhook.secret | is missing
                    destinations: {failure: {webhook: https://x}} | 3 | destinations.failure.webhook | takes keys with values
                    destinations: {failure: {topic: a.b}}   | 3 | destinations.failure.topic | must be letters, digits, underscores
                    destinations: {failure: {kafka: a b}}   | 3 | destinations.failure.kafka | must be letters, digits, dots
                    destinations: {failure: {topic: x, kafka: x}} | 3 | destinations.failure | takes exactly one of
                    destinations: {failure: {extension: x}} | 3 | destinations.failure.extension | is unknown
                    destinations: {success: {extension: Where}} | 3 | destinations.success.extension | must be lower case letters
                    """)
    void what_is_wrong_is_told_with_its_line_and_key(String third, int line, String key, String message) {
        assertThatThrownBy(() -> FunctionYaml.read(SHORTEST + third))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("function-yaml");
                    assertThat(refusal.properties()).containsEntry("line", line).containsEntry("key", key);
                    assertThat(refusal).hasMessageContaining(message).hasMessageContaining("line " + line);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "handler: x",
                "name: [",
                "- name",
                "name: Hello\nhandler: x",
                "name: &a hello\nhandler: x\nsettings: &b {c: *b}"
            })
    void what_is_no_definition_is_refused(String text) {
        assertThatThrownBy(() -> FunctionYaml.read(text))
                .isInstanceOfSatisfying(DomainException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("function-yaml"));
    }

    @Test
    void an_answer_may_say_itself_where_it_goes() {
        assertThat(FunctionYaml.read(SHORTEST + "destinations: {success: {extension: destination}}")
                        .success())
                .isEqualTo(new Destination.Answered("destination"));
    }

    @Test
    void a_limit_of_the_whole_is_refused_as_well() {
        assertThatThrownBy(() -> FunctionYaml.read(SHORTEST + "concurrency: 201"))
                .hasMessageContaining("concurrency: 201 must be between 1 and 200");
    }
}
