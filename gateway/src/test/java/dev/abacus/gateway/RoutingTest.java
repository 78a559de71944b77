package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.standin.StandInIssuer.Someone;
import dev.abacus.standin.StandInRegistry;
import dev.abacus.standin.StandInServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/** Where requests go, and what callers hear when what they want is not there. */
@GatewayTest
class RoutingTest {

    @LocalServerPort
    int port;

    @Autowired
    DiscoveryClient discovery;

    private final Someone ada = Neighbours.ISSUER.someone(1000);
    private final String token = Neighbours.ISSUER.token(ada);
    private int dead;

    @BeforeEach
    void forget() {
        Neighbours.reset();
    }

    @AfterEach
    void bury() {
        if (dead != 0) {
            registry().remove("trade-service", dead);
            awaitInstances("trade-service", 1);
        }
        registry().remove("inventory-service", Neighbours.TRADE.port());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tenant/users/me, tenant, /users/me",
        "/api/trade/sales-orders?limit=5&cursor=a%2Bb, trade, /sales-orders",
        "/api/functions/hello/versions?limit=2, trade, /functions/hello/versions",
        "/api/functions, trade, /functions",
        "/oauth2/jwks, tenant, /oauth2/jwks",
        "/.well-known/openid-configuration, tenant, /.well-known/openid-configuration",
        "/login, tenant, /login",
        "/connect/logout, tenant, /connect/logout",
        "/login/oauth2/code/abacus, bff, /login/oauth2/code/abacus",
        "/app/login, bff, /app/login",
        "/app/session, bff, /app/session",
    })
    void each_path_has_its_service(String path, String service, String seen) {
        assertThat(Http.get(port, path, token).statusCode()).isEqualTo(200);

        StandInServer server =
                switch (service) {
                    case "tenant" -> Neighbours.ISSUER.server();
                    case "trade" -> Neighbours.TRADE;
                    default -> Neighbours.BFF;
                };
        assertThat(server.last().path()).isEqualTo(seen);
    }

    @Test
    void a_query_goes_on_as_it_was_written() {
        Http.get(port, "/api/trade/customers?search=a%2Bb%20%E7%B1%B3&x", token);

        assertThat(Neighbours.TRADE.last().query()).isEqualTo("search=a%2Bb%20%E7%B1%B3&x");
    }

    @Test
    void a_form_goes_on_as_it_was_written() {
        String form = "grant_type=client_credentials&scope=a+b&scope=c%26d";
        Http.send(Http.request(port, "/oauth2/token?x=1", null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

        assertThat(Neighbours.ISSUER.server().last().body()).isEqualTo(form);
        assertThat(Neighbours.ISSUER.server().last().query()).isEqualTo("x=1");
    }

    @Test
    void an_answer_comes_back_as_it_was() {
        Neighbours.TRADE.answering((exchange, body) -> {
            exchange.getResponseHeaders().set("ETag", "\"3\"");
            exchange.getResponseHeaders().set("X-Request-Id", "of-the-service");
            exchange.getResponseHeaders().set("Location", "/api/trade/customers/7");
            StandInServer.json(exchange, 422, "{\"type\":\"https://abacus.dev/problems/unknown-sku\"}");
        });

        HttpResponse<String> answer = Http.send(Http.request(port, "/api/trade/customers", token)
                .header("X-Request-Id", "request-12345678")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("unknown-sku");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("request-12345678");
        assertThat(Neighbours.TRADE.last().header("X-Request-Id")).isEqualTo("request-12345678");
    }

    @Test
    void a_service_without_instances_is_said_to_be_away() {
        HttpResponse<String> answer = Http.get(port, "/api/inventory/products", token);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("problems/service-unavailable", "inventory-service", "requestId");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void an_instance_that_appears_is_used() {
        registry().add("inventory-service", Neighbours.TRADE.port());
        awaitInstances("inventory-service", 1);

        assertThat(Http.get(port, "/api/inventory/products", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_may_be_repeated_is_tried_on_another_instance() throws IOException {
        addDeadInstance();

        IntStream.range(0, 6).forEach(i -> {
            assertThat(Http.get(port, "/api/trade/customers", token).statusCode())
                    .isEqualTo(200);
            assertThat(Http.send(Http.request(port, "/api/trade/customers/1", token)
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString("{\"name\":\"x\"}")))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Neighbours.TRADE.last().body()).isEqualTo("{\"name\":\"x\"}");
        });
    }

    @Test
    void what_may_not_be_repeated_is_never_sent_twice() throws IOException {
        addDeadInstance();

        int[] statuses = IntStream.range(0, 6)
                .map(i ->
                        Http.post(port, "/api/trade/sales-orders", token, "{}").statusCode())
                .toArray();

        assertThat(statuses).containsOnly(200, 503);
        assertThat(Neighbours.TRADE.seen())
                .hasSize((int) Arrays.stream(statuses).filter(s -> s == 200).count());
    }

    @Test
    void a_service_that_takes_too_long_is_given_up() {
        Neighbours.TRADE.answering((exchange, body) -> {
            await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
            StandInServer.json(exchange, 200, "{}");
        });

        HttpResponse<String> answer = Http.post(port, "/api/trade/sales-orders", token, "{}");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("problems/service-timeout");
        assertThat(Neighbours.TRADE.seen()).hasSize(1);
    }

    @Test
    void an_upload_is_passed_on_while_it_comes() throws Exception {
        var firstBytesArrived = new CountDownLatch(1);
        Neighbours.TRADE.answering((exchange, body) -> {
            InputStream file = exchange.getRequestBody();
            file.read();
            firstBytesArrived.countDown();
            StandInServer.json(exchange, 200, "{\"bytes\":" + (1 + file.transferTo(nowhere())) + "}");
        });
        var rows = new PipedOutputStream();
        var source = new PipedInputStream(rows);

        Future<HttpResponse<String>> answer = upload(source);
        byte[] row = new byte[64 * 1024];
        rows.write(row);
        rows.flush();
        // The rest is sent only after the first part has arrived: whoever collects the body first would wait for ever.
        assertThat(firstBytesArrived.await(1, TimeUnit.MINUTES)).isTrue();
        for (int i = 0; i < 319; i++) {
            rows.write(row);
        }
        rows.close();

        assertThat(answer.get(1, TimeUnit.MINUTES).body()).isEqualTo("{\"bytes\":" + 20 * 1024 * 1024 + "}");
    }

    @Test
    void an_upload_that_stalls_holds_nobody_else_up() throws Exception {
        Neighbours.TRADE.answering((exchange, body) -> {
            exchange.getRequestBody().transferTo(nowhere());
            StandInServer.json(exchange, 200, "{}");
        });
        var rows = new PipedOutputStream();
        var source = new PipedInputStream(rows);
        Future<HttpResponse<String>> upload = upload(source);
        rows.write(new byte[64 * 1024]);
        await().until(() -> !Neighbours.TRADE.seen().isEmpty());

        IntStream.range(0, 20).forEach(i -> assertThat(
                        Http.get(port, "/api/trade/customers", token).statusCode())
                .isEqualTo(200));

        rows.close();
        assertThat(upload.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    }

    @Test
    void a_json_body_of_ten_megabytes_is_refused() {
        HttpResponse<String> announced = Http.send(Http.request(port, "/api/trade/sales-orders", token)
                .header("Content-Type", "Application/JSON")
                .POST(BodyPublishers.ofByteArray(new byte[10_000_000])));
        HttpResponse<String> inChunks = Http.send(Http.request(port, "/api/trade/sales-orders", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[1_500_000]))));

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(announced.body()).contains("problems/body-too-large");
        assertThat(inChunks.statusCode()).isEqualTo(413);
        assertThat(inChunks.body()).contains("problems/body-too-large");
    }

    @Test
    void a_stranger_may_send_little() {
        HttpResponse<String> answer = Http.send(Http.request(port, "/oauth2/token", null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(new byte[70_000])));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private Future<HttpResponse<String>> upload(InputStream rows) {
        return Http.inBackground(() -> Http.send(Http.request(port, "/api/trade/imports", token)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> rows))));
    }

    private void addDeadInstance() throws IOException {
        try (var socket = new ServerSocket(0)) {
            dead = socket.getLocalPort();
        }
        registry().add("trade-service", dead);
        awaitInstances("trade-service", 2);
    }

    private void awaitInstances(String service, int count) {
        await().atMost(Duration.ofMinutes(4))
                .until(() -> discovery.getInstances(service).size() == count);
    }

    private static StandInRegistry registry() {
        return Neighbours.registry();
    }

    private static java.io.OutputStream nowhere() {
        return java.io.OutputStream.nullOutputStream();
    }
}
