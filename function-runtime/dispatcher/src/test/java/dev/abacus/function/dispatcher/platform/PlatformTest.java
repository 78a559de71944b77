package dev.abacus.function.dispatcher.platform;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.abacus.function.CloudFunction;
import dev.abacus.function.PermanentFailure;
import dev.abacus.function.dispatcher.CatalogueInMemory;
import dev.abacus.function.dispatcher.Definitions;
import dev.abacus.function.dispatcher.RunningDispatcher;
import dev.abacus.function.dispatcher.Sources;
import dev.abacus.function.dispatcher.StandInServices;
import dev.abacus.function.dispatcher.registry.ServiceUse;
import dev.abacus.function.platform.ServiceClient;
import dev.abacus.function.platform.TenantData;
import dev.abacus.function.testkit.FunctionUnderTest;
import dev.abacus.function.testkit.Outcome;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.ConnectException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What functions get of the platform. The first part holds on the runtime and in the test kit alike: a function that works in its test
 * works where it is deployed.
 */
@WithServers({MARIADB, REDIS})
class PlatformTest {

    private static final CatalogueInMemory FUNCTIONS = new CatalogueInMemory();
    private static final StandInServices SERVICES = new StandInServices();

    /** Does what the event says, and tells what came of it. */
    private static final String PROBE =
            """
            public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                String[] words = text(event).split(" ");
                var platform = it.platform();
                try {
                    return text(event, switch (words[0]) {
                        case "put" -> { platform.cache().put(words[1], words[2].getBytes(), java.time.Duration.ofMinutes(1)); yield "done"; }
                        case "find" -> platform.cache().find(words[1]).map(String::new).orElse("nothing");
                        case "remove" -> { platform.cache().remove(words[1]); yield "done"; }
                        case "lock" -> platform.locks().tryLock(words[1], java.time.Duration.ofMinutes(1)).isPresent() ? "held" : "taken";
                        case "pass" -> { try (var lock = platform.locks().tryLock(words[1], java.time.Duration.ofMinutes(1)).get()) {
                            yield lock.fencingToken() > 0 ? "passed" : "no token"; } }
                        case "setting" -> platform.configuration().get(words[1]);
                        case "submit" -> { var one = platform.invocations().submit("probe", event);
                            yield one.equals(platform.invocations().submit("probe", event)) ? "once" : "twice"; }
                        case "data" -> platform.tenantData(words[1])
                                .query("SELECT sku, quantity FROM " + words[2] + " WHERE tenant_id = :tenant AND sku IN (:skus)",
                                        java.util.Map.of("skus", java.util.List.of("A", "B"))).stream()
                                .map(row -> row.text("sku") + "=" + row.decimal("quantity")).toList().toString();
                        default -> { var answer = platform.service(words[0]).send(words[1], words[2], words.length > 3 ? words[3] : null);
                            yield answer.status() + " " + answer.body(); }
                    });
                } catch (dev.abacus.function.platform.NotProvided e) {
                    return text(event, "not provided");
                } catch (dev.abacus.function.PermanentFailure e) {
                    return text(event, e.getMessage());
                } catch (java.io.IOException e) {
                    return text(event, "nobody answers");
                }
            }
            """;

    private static RunningDispatcher dispatcher;
    private static Path jar;

    /** Where a function runs. */
    private interface Place {
        String ask(String tenant, String what) throws Exception;
    }

    @BeforeAll
    static void start() {
        jar = Sources.jar("Probe", PROBE);
        FUNCTIONS.deploy(
                Definitions.of("probe", "Probe")
                        .scale(0, 1)
                        .settings(Map.of("level", "3"))
                        .services(
                                new ServiceUse(
                                        "stock-service",
                                        Set.of("stock.read"),
                                        List.of("GET /stock/*", "POST /stock", "GET /files/**"),
                                        true),
                                new ServiceUse("dead-service", Set.of(), List.of("GET /x")))
                        .build(),
                jar);
        dispatcher = RunningDispatcher.start(
                TestSchemas.createOne("fn"),
                "platform",
                FUNCTIONS,
                "--abacus.auth.url=" + SERVICES.url(),
                "--spring.cloud.discovery.client.simple.instances.stock-service[0].uri=" + SERVICES.url(),
                "--spring.cloud.discovery.client.simple.instances.other-service[0].uri=" + SERVICES.url(),
                "--spring.cloud.discovery.client.simple.instances.dead-service[0].uri=http://127.0.0.1:1");
    }

    @AfterAll
    static void stop() {
        dispatcher.close();
        SERVICES.close();
    }

    @BeforeEach
    void forget() {
        SERVICES.heard().clear();
    }

    private static String deployed(String tenant, String what, String... headers) {
        String query = tenant == null ? "" : "?tenant=" + tenant;
        return dispatcher
                .send("POST", "/functions/probe/invocations" + query, what, headers)
                .mustBe(200)
                .body();
    }

    static Stream<Place> places() throws Exception {
        return Stream.of((tenant, what) -> deployed(tenant, what), inTheTestKit());
    }

    private static Place inTheTestKit() throws Exception {
        var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, PlatformTest.class.getClassLoader());
        var probe = (CloudFunction) classes.loadClass("Probe").getConstructor().newInstance();
        ServiceClient stock = (method, path, body) ->
                new ServiceClient.Answer(path.endsWith("/missing") ? 404 : 200, "{\"heard\":\"" + path + "\"}");
        var function = FunctionUnderTest.of(probe)
                .setting("level", "3")
                .service("stock-service", stock)
                .tenantData("stock-service", (sql, values) -> {
                    if (sql.contains("wrong")) {
                        throw new PermanentFailure("stock-service refuses the query: it is no SELECT");
                    }
                    return List.of(row("A", "1.50"), row("B", null));
                })
                .service("dead-service", (method, path, body) -> {
                    throw new ConnectException("refused");
                });
        return (tenant, what) -> {
            Outcome outcome = function.tenant(tenant)
                    .call(CloudEventBuilder.v1()
                            .withId(what)
                            .withSource(URI.create("/test"))
                            .withType("test")
                            .withData("text/plain", what.getBytes(StandardCharsets.UTF_8))
                            .build());
            assertThat(outcome.failure()).isNull();
            return outcome.data();
        };
    }

    private static TenantData.Row row(String sku, String quantity) {
        Map<String, String> cells = new HashMap<>();
        cells.put("sku", sku);
        cells.put("quantity", quantity);
        return new TenantData.Row(cells);
    }

    // Here and there

    @ParameterizedTest
    @MethodSource("places")
    void settings_are_read_and_a_missing_one_is_said_to_be(Place place) throws Exception {
        assertThat(place.ask("7", "setting level")).isEqualTo("3");
        assertThat(place.ask("7", "setting colour")).isEqualTo("not provided");
    }

    @ParameterizedTest
    @MethodSource("places")
    void what_one_tenant_keeps_another_does_not_find(Place place) throws Exception {
        place.ask("7", "put key seven");
        assertThat(place.ask("7", "find key")).isEqualTo("seven");
        assertThat(place.ask("8", "find key")).isEqualTo("nothing");
        assertThat(place.ask(null, "find key")).isEqualTo("nothing");
        place.ask("7", "remove key");
        assertThat(place.ask("7", "find key")).isEqualTo("nothing");
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_lock_is_one_tenants_and_held_once(Place place) throws Exception {
        assertThat(place.ask("7", "pass door")).isEqualTo("passed");
        assertThat(place.ask("7", "lock door")).isEqualTo("held");
        assertThat(place.ask("7", "lock door")).isEqualTo("taken");
        assertThat(place.ask("8", "lock door")).isEqualTo("held");
    }

    @ParameterizedTest
    @MethodSource("places")
    void an_event_that_is_handed_on_twice_is_handed_on_once(Place place) throws Exception {
        assertThat(place.ask("7", "submit")).isEqualTo("once");
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_service_answers_with_its_status_whatever_it_is(Place place) throws Exception {
        assertThat(place.ask("7", "stock-service GET /stock/7")).isEqualTo("200 {\"heard\":\"/stock/7\"}");
        assertThat(place.ask("7", "stock-service GET /stock/missing")).startsWith("404");
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_service_that_is_not_the_functions_or_not_there_or_asked_for_nobody_is_told_apart(Place place)
            throws Exception {
        assertThat(place.ask("7", "other-service GET /stock/7")).isEqualTo("not provided");
        assertThat(place.ask("7", "dead-service GET /x")).isEqualTo("nobody answers");
        assertThat(place.ask(null, "stock-service GET /stock/7")).isEqualTo("not provided");
        assertThat(place.ask(null, "data stock-service stock")).isEqualTo("not provided");
        assertThat(place.ask("7", "data other-service stock")).isEqualTo("not provided");
    }

    @ParameterizedTest
    @MethodSource("places")
    void a_services_rows_of_the_tenant_are_read(Place place) throws Exception {
        assertThat(place.ask("7", "data stock-service stock")).isEqualTo("[A=1.50, B=null]");
        assertThat(place.ask("7", "data stock-service wrong"))
                .isEqualTo("stock-service refuses the query: it is no SELECT");
    }

    // Where it is deployed

    @Test
    void rows_are_asked_for_with_a_permission_that_nothing_else_gives() {
        deployed("7", "data stock-service stock");

        assertThat(SERVICES.heard())
                .extracting(StandInServices.Heard::target, StandInServices.Heard::body)
                .containsExactly(tuple(
                        "/internal/tenant-data/queries",
                        "{\"sql\":\"SELECT sku, quantity FROM stock WHERE tenant_id = :tenant AND sku IN (:skus)\","
                                + "\"values\":{\"skus\":[\"A\",\"B\"]}}"));
        assertThat(SERVICES.wishes())
                .anySatisfy(
                        wish -> assertThat(wish.path("permissions").toString()).isEqualTo("[\"tenant-data.read\"]"));
    }

    @Test
    void a_call_is_made_in_the_name_of_the_calls_tenant_with_the_functions_permissions() {
        deployed("7", "stock-service POST /stock?orgId=8 {\"tenantId\":8}");
        deployed("8", "stock-service GET /stock/1");

        assertThat(SERVICES.heard())
                .extracting(call -> call.headers().get("Authorization"))
                .containsExactly("Bearer probe-for-7", "Bearer probe-for-8");
        assertThat(SERVICES.heard().getFirst().body()).isEqualTo("{\"tenantId\":8}");
        assertThat(SERVICES.wishes())
                .filteredOn(wish -> wish.path("tenant").asString().equals("7"))
                .isNotEmpty()
                .allSatisfy(wish -> assertThat(wish.path("permissions").toString())
                        .isIn("[\"stock.read\"]", "[\"tenant-data.read\"]", "[]"));
    }

    @Test
    void it_goes_on_in_the_lane_and_the_trace_of_the_call() {
        deployed(
                "7",
                "stock-service GET /stock/1",
                "baggage",
                "abacus.lane=spring-3",
                "traceparent",
                "00-2af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        Map<String, String> headers = SERVICES.heard().getFirst().headers();
        assertThat(headers.get("baggage")).contains("abacus.lane=spring-3");
        assertThat(headers.get("traceparent")).startsWith("00-2af7651916cd43dd8448eb211c80319c-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /users",
                "DELETE /stock/1",
                "GET /stock/1/moves",
                "GET /stock/..",
                "GET /files/../users",
                "GET /files/%2e%2e/users",
                "GET /files/%2E./users",
                "GET /files/x%2fusers",
                "GET /files/x%5cusers",
                "GET /files/;x=/../users",
                "GET /files//users",
                "GET /files/%252e%252e/users",
                "GET @evil.example/stock/1",
                "GET /stock/1#x",
                "TRACE /stock/1"
            })
    void what_function_yaml_does_not_list_does_not_leave_the_house(String call) {
        assertThat(deployed("7", "stock-service " + call)).isEqualTo("not provided");
        assertThat(SERVICES.heard()).isEmpty();
    }
}
