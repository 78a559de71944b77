package dev.abacus.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;

/** An HTTP server on loopback that remembers what it was asked, and answers what the test tells it to. */
public final class StandInServer implements AutoCloseable {

    /** A request as it arrived; header names without regard to case. */
    public record Seen(String method, String path, String query, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.getFirst();
        }
    }

    /** What to answer. It may read the body from the exchange; if it does not, the body is read before and recorded. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange, String body) throws IOException;
    }

    private final HttpServer server;
    private final ConcurrentLinkedDeque<Seen> seen = new ConcurrentLinkedDeque<>();
    private volatile Answer answer = StandInServer::echo;

    public StandInServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public StandInServer answering(Answer next) {
        answer = next;
        return this;
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public Seen last() {
        return seen.getLast();
    }

    /** Forgets what was asked and answers as in the beginning. */
    public void reset() {
        seen.clear();
        answer = StandInServer::echo;
    }

    public static void json(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean file = "text/csv".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            String body = file ? "" : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(exchange.getRequestHeaders());
            var uri = exchange.getRequestURI();
            seen.add(new Seen(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), headers, body));
            answer.to(exchange, body);
        }
    }

    private static void echo(HttpExchange exchange, String body) throws IOException {
        json(exchange, 200, "{\"path\":\"" + exchange.getRequestURI().getRawPath() + "\"}");
    }
}
