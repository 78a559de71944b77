package dev.abacus.function.dispatcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays tenant-service, which issues tokens that say what they are for, and a service that answers what it heard. */
public final class StandInServices implements AutoCloseable {

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<JsonNode> wishes = new CopyOnWriteArrayList<>();

    /** A call as it arrived. */
    public record Heard(String method, String target, String body, Map<String, String> headers) {}

    public StandInServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/oauth2/token",
                exchange -> answer(
                        exchange,
                        200,
                        """
                {"access_token":"of-the-runtime","token_type":"Bearer","expires_in":300,"scope":"functions"}"""));
        server.createContext("/internal/function-tokens", this::issue);
        server.createContext("/internal/tenant-data/queries", this::query);
        server.createContext("/", this::hear);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Heard> heard() {
        return heard;
    }

    /** What tokens were asked for. */
    public List<JsonNode> wishes() {
        return wishes;
    }

    private void issue(HttpExchange exchange) throws IOException {
        JsonNode wish = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        wishes.add(wish);
        answer(
                exchange,
                200,
                "{\"token\":\"%s-for-%s\",\"expiresAt\":\"%s\"}"
                        .formatted(
                                wish.path("function").asString(),
                                wish.path("tenant").asString(),
                                Instant.now().plusSeconds(120)));
    }

    /** Finds two rows, whatever is asked, but for a statement that is wrong. */
    private void query(HttpExchange exchange) throws IOException {
        String body = note(exchange);
        boolean wrong = body.contains("wrong");
        answer(
                exchange,
                wrong ? 422 : 200,
                wrong
                        ? "{\"detail\":\"it is no SELECT\"}"
                        : "{\"columns\":[\"sku\",\"quantity\"],\"rows\":[[\"A\",\"1.50\"],[\"B\",null]]}");
    }

    private void hear(HttpExchange exchange) throws IOException {
        note(exchange);
        boolean missing = exchange.getRequestURI().getPath().endsWith("/missing");
        answer(exchange, missing ? 404 : 200, "{\"heard\":\"" + exchange.getRequestURI() + "\"}");
    }

    private String note(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(
                new Heard(exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, headers));
        return body;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
