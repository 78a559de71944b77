package dev.abacus.function.alone;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.abacus.function.FunctionEnvironment;
import dev.abacus.function.http.HttpEvents;
import dev.abacus.function.wire.Calling;
import dev.abacus.function.wire.Failure;
import dev.abacus.function.worker.CallContext;
import dev.abacus.function.worker.FunctionLoader;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One function behind HTTP: {@code POST /} takes a CloudEvent in binary or structured mode, or a plain body, and answers in binary mode;
 * {@code GET /health} says whether calls are taken. On SIGTERM calls under way end and no other begins.
 */
public final class Alone implements AutoCloseable {

    private static final int LARGEST = 8 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Environment environment;
    private final FunctionLoader.Loaded loaded;
    private final Clock clock = Clock.systemUTC();
    private final SettingsOnly platform;
    private final Semaphore places;
    private final HttpServer server;
    private final AtomicInteger stuck = new AtomicInteger();
    private volatile boolean closing;

    Alone(Environment environment) throws Exception {
        this.environment = environment;
        this.platform = new SettingsOnly(
                key -> java.util.Optional.ofNullable(environment.settings().get(key)));
        this.places = new Semaphore(environment.concurrency());
        // What the function needs for its calls is there before the first of them is let in.
        this.loaded = FunctionLoader.load(
                environment.jars(),
                environment.handler(),
                new FunctionEnvironment(environment.function(), environment.version(), clock, platform));
        this.server = HttpServer.create(new InetSocketAddress(environment.port()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/health", this::health);
        server.createContext("/", this::serve);
        server.start();
    }

    public static void main(String[] arguments) throws Exception {
        Alone alone = new Alone(Environment.of(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(alone::close));
        System.out.println("{\"level\":\"INFO\",\"text\":\"" + alone.environment.function() + " serves port "
                + alone.port() + "\"}");
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void health(HttpExchange exchange) throws IOException {
        // With every place held by a call that will not end, only a new process helps.
        boolean up = !closing && stuck.get() < environment.concurrency();
        answer(exchange, up ? 200 : 503, Map.of("Content-Type", "text/plain"), up ? "up" : "down");
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            refuse(exchange, 404, "not-found", "A function has one address: /", Map.of());
        } else if (!exchange.getRequestMethod().equals("POST")) {
            refuse(exchange, 405, "method-not-allowed", "A function is called by POST.", Map.of("Allow", "POST"));
        } else {
            receive(exchange);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            refuse(exchange, 413, "body-too-large", "An event may have " + LARGEST + " bytes.", Map.of());
            return;
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        CloudEvent event;
        try {
            event = HttpEvents.read(
                            headers,
                            body,
                            environment.function(),
                            UUID.randomUUID().toString(),
                            clock.instant())
                    .event();
        } catch (IllegalArgumentException e) {
            String text = "This is no CloudEvent of version 1.0: " + e.getMessage();
            refuse(exchange, 400, "not-a-cloud-event", text, Map.of());
            return;
        }
        // Taken last, and given back when the function has returned: one that will not end keeps its place.
        if (places.tryAcquire()) {
            call(exchange, event, calling(exchange));
        } else {
            String text = environment.concurrency() + " calls at a time are served here. Try again shortly.";
            refuse(exchange, 429, "function-busy", text, Map.of("Retry-After", "1"));
        }
    }

    /** Whose call it is only says who proves to be the platform; others call in nobody's name. */
    private Calling calling(HttpExchange exchange) {
        Instant deadline = clock.instant().plus(environment.timeout());
        boolean believed = believed(exchange.getRequestHeaders().getFirst("Authorization"));
        return new Calling(
                told(
                        exchange,
                        believed,
                        "X-Abacus-Invocation",
                        UUID.randomUUID().toString()),
                told(exchange, believed, "X-Abacus-Tenant", null),
                told(exchange, believed, "X-Abacus-Lane", null),
                deadline.toEpochMilli(),
                Integer.parseInt(told(exchange, believed, "X-Abacus-Attempt", "1")),
                Integer.parseInt(told(exchange, believed, "X-Abacus-Depth", "0")),
                exchange.getRequestHeaders().getFirst("traceparent"));
    }

    private static String told(HttpExchange exchange, boolean believed, String header, String otherwise) {
        String value = exchange.getRequestHeaders().getFirst(header);
        return believed && value != null ? value : otherwise;
    }

    private boolean believed(String authorization) {
        return environment.callerToken() != null
                && authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + environment.callerToken()).getBytes(StandardCharsets.UTF_8));
    }

    private void call(HttpExchange exchange, CloudEvent event, Calling calling) throws IOException {
        Call call = new Call(loaded.function(), loaded.classes(), stuck::incrementAndGet, this::left);
        var log = new LogLines(environment.function(), calling.invocationId(), calling.tenant(), clock, System.out);
        var context = new CallContext(
                calling, environment.function(), environment.version(), call.running(), log, clock, platform);
        Call.Answer answer;
        try {
            answer = call.answer(event, context, environment.timeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (answer.failure() != null) {
            fail(exchange, calling, answer.failure());
        } else if (answer.event() == null) {
            answer(exchange, 204, Map.of(), new byte[0]);
        } else {
            byte[] data = answer.event().getData() == null
                    ? new byte[0]
                    : answer.event().getData().toBytes();
            answer(exchange, 200, HttpEvents.headers(answer.event()), data);
        }
    }

    private void left(boolean late) {
        places.release();
        if (late) {
            stuck.decrementAndGet();
        }
    }

    /** The same statuses and codes as those of the shared runtime. */
    private void fail(HttpExchange exchange, Calling calling, Failure failure) throws IOException {
        new LogLines(environment.function(), calling.invocationId(), calling.tenant(), clock, System.out)
                .log(System.Logger.Level.ERROR, failure.type() + ": " + failure.message() + "\n" + failure.trace());
        String text = environment.function() + " failed: " + failure.message();
        switch (failure.kind()) {
            case PERMANENT -> refuse(exchange, 422, "event-refused", text, Map.of());
            case TIMEOUT -> refuse(exchange, 504, "function-timed-out", text, Map.of());
            default -> refuse(exchange, 502, "function-failed", text, Map.of());
        }
    }

    private static void refuse(HttpExchange exchange, int status, String code, String detail, Map<String, String> more)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://abacus.dev/problems/" + code);
        problem.put("status", status);
        problem.put("detail", detail);
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", "application/problem+json");
        answer(exchange, status, headers, JSON.writeValueAsBytes(problem));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> headers, String text)
            throws IOException {
        answer(exchange, status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::set);
            boolean empty = body.length == 0;
            exchange.sendResponseHeaders(status, empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Health turns first, then the door closes; what is under way has its time-out to end. */
    @Override
    public void close() {
        closing = true;
        server.stop((int) environment.timeout().toSeconds() + 1);
    }
}
