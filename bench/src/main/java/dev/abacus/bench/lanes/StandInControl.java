package dev.abacus.bench.lanes;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Answers heartbeats as lane-control does, to programs for which only the report's own cost counts. */
final class StandInControl implements AutoCloseable {

    private static final byte[] ORDERS =
            "{\"ruleVersion\":1,\"leaseSeconds\":90,\"adopt\":[],\"mayLeave\":true}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    StandInControl() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, ORDERS.length);
                exchange.getResponseBody().write(ORDERS);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
