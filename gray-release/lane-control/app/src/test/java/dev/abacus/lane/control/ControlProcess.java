package dev.abacus.lane.control;

import dev.abacus.kernel.test.StandInTokens;
import dev.abacus.kernel.test.servers.TestRun;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** lane-control as a whole on the real servers, which can be stopped and started again on the same record. */
final class ControlProcess implements AutoCloseable {

    static final int LEASE_SECONDS = 6;

    private final String schema;
    private ConfigurableApplicationContext context;
    private RestClient http;

    String schema() {
        return schema;
    }

    private ControlProcess(String schema) {
        this.schema = schema;
    }

    static ControlProcess start(String schema) {
        var process = new ControlProcess(schema);
        process.start();
        return process;
    }

    void start() {
        context = new SpringApplicationBuilder(LaneControlService.class, StandInTokens.class)
                .web(WebApplicationType.SERVLET)
                .profiles("dev", "test")
                .run(
                        "--server.port=0",
                        "--abacus.lanes.schema=" + schema,
                        "--abacus.lanes.lease=" + LEASE_SECONDS + "s",
                        "--abacus.lanes.rules.group=" + schema,
                        "--spring.cloud.nacos.discovery.group=" + TestRun.NAME,
                        "--abacus.shutdown.announce=0s",
                        "--management.tracing.export.enabled=false",
                        "--spring.main.banner-mode=off");
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        http = RestClient.create("http://127.0.0.1:" + port);
    }

    void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    void restart() {
        stop();
        start();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What came back: the status and the body. */
    record Answer(int status, String etag, JsonNode body) {

        Answer mustBe(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", was " + status + ": " + body);
            }
            return this;
        }

        /** The problem's code. */
        String problem() {
            String type = body.path("type").asString();
            return type.substring(type.lastIndexOf('/') + 1);
        }

        String text(String field) {
            return body.path(field).asString();
        }
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    Answer send(String method, String path, Object body, Map<String, String> headers) {
        return as("operator~platform.admin", method, path, body, headers);
    }

    Answer as(String token, String method, String path, Object body, Map<String, String> headers) {
        var request = http.method(HttpMethod.valueOf(method)).uri(path).headers(all -> {
            headers.forEach(all::set);
            if (token != null) {
                all.setBearerAuth(token);
            }
        });
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        ResponseEntity<String> answer =
                request.retrieve().onStatus(status -> true, (sent, got) -> {}).toEntity(String.class);
        String text = answer.getBody();
        return new Answer(
                answer.getStatusCode().value(),
                answer.getHeaders().getETag(),
                JsonMapper.shared().readTree(text == null || text.isEmpty() ? "{}" : text));
    }

    @Override
    public void close() {
        stop();
    }
}
