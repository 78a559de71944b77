package dev.abacus.function.dispatcher;

import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.Tags;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dispatcher as a whole on the real servers, with functions that a test deploys. Several may share a schema. */
public final class RunningDispatcher implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ThreadLocal<CatalogueInMemory> DEPLOYED = new ThreadLocal<>();

    private final String schema;
    private final String name;
    private final CatalogueInMemory functions;
    private final String[] more;
    private ConfigurableApplicationContext context;
    private String address;

    private RunningDispatcher(String schema, String name, CatalogueInMemory functions, String... more) {
        this.schema = schema;
        this.name = name;
        this.functions = functions;
        this.more = more;
    }

    public static RunningDispatcher start(String schema, String name, CatalogueInMemory functions, String... more) {
        var process = new RunningDispatcher(schema, name, functions, more);
        process.start();
        return process;
    }

    /** No configuration to the eye of the component scan: other tests use the real catalogue. Tokens are {@link DispatcherProcess}'s. */
    static class Stage {

        @Bean
        @Primary
        Catalogue functionsOfTheTest() {
            return DEPLOYED.get();
        }

        @Bean
        SpansOfTheTest spansOfTheTest() {
            return new SpansOfTheTest();
        }

        /** As with lane-control at hand, which no dispatcher of a test has: the rules decide, and they are the test's. */
        @Bean
        @Primary
        Tags tagsOfTheTest(ActiveRules rules) {
            return new Tags(rules, () -> true);
        }
    }

    public void start() {
        DEPLOYED.set(functions);
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--abacus.functions.schema=" + schema,
                "--abacus.functions.dispatcher=" + name,
                "--abacus.functions.directory=" + directory(),
                "--abacus.functions.pool.reserve=1",
                "--abacus.functions.pool.grace=300ms",
                "--abacus.auth.client-secret=unused",
                // A busy machine is not what these tests are about.
                "--spring.data.redis.timeout=5s",
                "--abacus.lane.enabled=false",
                "--abacus.shutdown.announce=0s",
                "--spring.cloud.nacos.discovery.enabled=false",
                "--management.tracing.export.otlp.enabled=false",
                "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(more));
        context = new SpringApplicationBuilder(FunctionDispatcher.class, Stage.class)
                .web(WebApplicationType.SERVLET)
                .profiles("dev", "test")
                .run(arguments.toArray(String[]::new));
        address = "http://127.0.0.1:"
                + ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** One for all tests: the workers' class cache is made once. */
    static Path directory() {
        return Path.of("target", "functions").toAbsolutePath();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What came back. */
    public record Answer(int status, String body, Map<String, List<String>> headers) {

        public Answer mustBe(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", was " + status + ": " + body);
            }
            return this;
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String problem() {
            String type = json().path("type").asString();
            return type.substring(type.lastIndexOf('/') + 1);
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** Calls a function and waits. */
    public Answer call(String function, String body) {
        return send("POST", "/functions/" + function + "/invocations", body, "Content-Type", "text/plain");
    }

    /** Has a function called; {@code query} is more than {@code async=true}, beginning with an ampersand. */
    public String submit(String function, String body, String query, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "text/plain"));
        all.addAll(List.of(headers));
        return send(
                        "POST",
                        "/functions/" + function + "/invocations?async=true" + query,
                        body,
                        all.toArray(String[]::new))
                .mustBe(202)
                .json()
                .path("id")
                .asString();
    }

    public Answer send(String method, String path, String body, String... headers) {
        return as("operator~platform.admin", method, path, body, headers);
    }

    public Answer as(String token, String method, String path, String body, String... headers) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(address + path)).method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.body(), answer.headers().map());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode invocation(String function, String id) {
        return get("/functions/" + function + "/invocations/" + id).mustBe(200).json();
    }

    /** Waits until the invocation is in that state. */
    public JsonNode await(String function, String id, String state) {
        return Awaitility.await("invocation of " + function + " is " + state)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> invocation(function, id),
                        seen -> seen.path("state").asString().equals(state));
    }

    @Override
    public void close() {
        context.close();
    }
}
