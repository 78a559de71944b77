package dev.abacus.function.dispatcher;

import dev.abacus.kernel.test.StandInTokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dispatcher as a whole on the real database, which others beside it may share. */
public final class DispatcherProcess implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final RestClient http;

    private DispatcherProcess(ConfigurableApplicationContext context) {
        this.context = context;
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        this.http = RestClient.create("http://127.0.0.1:" + port);
    }

    public static DispatcherProcess start(String schema, Path directory, String... settings) {
        return new DispatcherProcess(run(arguments(schema, directory, settings).toArray(String[]::new)));
    }

    static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(FunctionDispatcher.class, StandInTokens.class)
                .web(WebApplicationType.SERVLET)
                .profiles("dev", "test")
                .run(arguments);
    }

    /** A setting takes the place of the one that is usual here. */
    static List<String> arguments(String schema, Path directory, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--abacus.functions.schema=" + schema,
                "--abacus.functions.directory=" + directory,
                "--abacus.functions.dispatcher=" + directory.getFileName(),
                // What is deployed here is not called.
                "--abacus.functions.pool.reserve=0",
                // A busy machine is not what these tests are about.
                "--abacus.functions.queue.lease=10s",
                "--abacus.lane.enabled=false",
                "--spring.cloud.nacos.discovery.enabled=false",
                "--abacus.shutdown.announce=0s",
                "--management.tracing.export.enabled=false",
                "--spring.main.banner-mode=off"));
        for (String setting : settings) {
            String key = setting.substring(0, setting.indexOf('=') + 1);
            arguments.removeIf(usual -> usual.startsWith(key));
            arguments.add(setting);
        }
        return arguments;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public Answer mustBe(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", was " + status + ": " + text);
            }
            return this;
        }

        public JsonNode body() {
            return JsonMapper.shared().readTree(text == null || text.isEmpty() ? "{}" : text);
        }

        /** The problem's code. */
        public String problem() {
            String type = text("type");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        public String text(String field) {
            return body().path(field).asString();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        return as("operator~platform.admin", method, path, MediaType.APPLICATION_JSON, body, headers);
    }

    public Answer as(
            String token, String method, String path, MediaType type, Object body, Map<String, String> headers) {
        var request = http.method(HttpMethod.valueOf(method)).uri(path).headers(all -> {
            headers.forEach(all::set);
            if (token != null) {
                all.setBearerAuth(token);
            }
        });
        if (body != null) {
            request.contentType(type).body(body);
        }
        ResponseEntity<String> answer =
                request.retrieve().onStatus(status -> true, (sent, got) -> {}).toEntity(String.class);
        return new Answer(answer.getStatusCode().value(), answer.getHeaders(), answer.getBody());
    }

    @Override
    public void close() {
        context.close();
    }
}
