package dev.abacus.trade.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers in inventory-service's place over real HTTP, and remembers what it was asked. */
public final class InventoryStub implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A request that came in. */
    public record Asked(String path, String authorization, JsonNode body) {}

    /** @param answers the JSON to answer a request with */
    public InventoryStub(Function<Asked, String> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<Asked, String> answers) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        var request = new Asked(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                sent.length > 0 && sent[0] == '{' ? JSON.readTree(sent) : null);
        asked.add(request);
        byte[] body = answers.apply(request).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An HTTP interface of inventory-service that talks to this. */
    public <T> T client(Class<T> api) {
        var http = RestClientAdapter.create(RestClient.create(url()));
        return HttpServiceProxyFactory.builderFor(http).build().createClient(api);
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
