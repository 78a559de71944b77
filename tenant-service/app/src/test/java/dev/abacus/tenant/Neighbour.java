package dev.abacus.tenant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service with tenants' rows as onboarding sees it: it takes what it is told, or fails when it is to fail. */
public final class Neighbour {

    /** One call that it got. */
    public record Call(String path, String body, String authorization) {}

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile String failingPath;

    Neighbour() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param pathEnd of the calls that fail from now on */
    public void failOn(String pathEnd) {
        failingPath = pathEnd;
    }

    public void recover() {
        failingPath = null;
    }

    public List<Call> callsFor(Object tenant) {
        return calls.stream()
                .filter(call -> call.path().contains("/" + tenant + "/"))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(path, body, exchange.getRequestHeaders().getFirst("Authorization")));
        boolean fails = failingPath != null && path.endsWith(failingPath);
        exchange.sendResponseHeaders(fails ? 503 : 204, -1);
        exchange.close();
    }
}
