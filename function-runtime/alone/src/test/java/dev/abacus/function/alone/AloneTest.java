package dev.abacus.function.alone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A function as a container runs it, by its one door. */
class AloneTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Alone alone;

    @BeforeEach
    void start() throws Exception {
        alone = new Alone(Environment.of(variables()));
    }

    @AfterEach
    void stop() {
        alone.close();
    }

    private static Map<String, String> variables() throws Exception {
        Path classes = Path.of(
                Probe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new HashMap<>(Map.of(
                "PORT", "0",
                "FUNCTION_NAME", "probe",
                "FUNCTION_HANDLER", Probe.class.getName(),
                "FUNCTION_JARS", classes.toString(),
                "FUNCTION_TIMEOUT_SECONDS", "1",
                "FUNCTION_CONCURRENCY", "2",
                "CALLER_TOKEN", "the-platform",
                "SETTING_greeting", "Hello"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + alone.port() + path));
    }

    private HttpResponse<String> call(String body, String... headers) throws Exception {
        var request = request("/").POST(HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", "text/plain");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int health() throws Exception {
        return HTTP.send(request("/health").build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void an_event_comes_as_headers_as_a_document_or_as_a_body_and_is_answered_in_headers() throws Exception {
        var binary = call("this", "ce-specversion", "1.0", "ce-id", "7", "ce-source", "/here", "ce-type", "seen");
        assertThat(binary.statusCode()).isEqualTo(200);
        assertThat(binary.body()).isEqualTo("heard this");
        assertThat(binary.headers().firstValue("ce-id")).contains("7");
        assertThat(binary.headers().firstValue("content-type")).contains("text/plain");

        var structured = call(
                """
                {"specversion":"1.0","id":"8","source":"/here","type":"seen","datacontenttype":"text/plain","data":"that"}""",
                "Content-Type",
                "application/cloudevents+json");
        assertThat(structured.body()).isEqualTo("heard that");
        assertThat(structured.headers().firstValue("ce-id")).contains("8");

        assertThat(call("plain").headers().firstValue("ce-type")).contains("dev.abacus.function.invoked.v1");
        assertThat(call("nothing").statusCode()).isEqualTo(204);
    }

    @Test
    void failures_have_the_same_statuses_as_on_the_shared_runtime() throws Exception {
        assertThat(call("refuse").statusCode()).isEqualTo(422);
        assertThat(call("break").statusCode()).isEqualTo(502);
        assertThat(call("break").body()).contains("function-failed", "the disk is full");
        assertThat(call("spin").statusCode()).isEqualTo(504);
        assertThat(call("{", "Content-Type", "application/cloudevents+json").statusCode())
                .isEqualTo(400);
        assertThat(HTTP.send(request("/").build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(HTTP.send(request("/other").build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whose_call_it_is_only_says_who_brings_the_platforms_token() throws Exception {
        String[] claimed = {"X-Abacus-Tenant", "42", "X-Abacus-Attempt", "3"};
        assertThat(call("whose", claimed).body()).isEqualTo("nobody's 1");
        assertThat(call("whose", "X-Abacus-Tenant", "42", "Authorization", "Bearer guess")
                        .body())
                .isEqualTo("nobody's 1");
        assertThat(call(
                                "whose",
                                "X-Abacus-Tenant",
                                "42",
                                "X-Abacus-Attempt",
                                "3",
                                "Authorization",
                                "Bearer the-platform")
                        .body())
                .isEqualTo("42 3");
    }

    @Test
    void settings_come_from_the_environment_and_the_rest_of_the_platform_is_not_there() throws Exception {
        assertThat(call("setting greeting").body()).isEqualTo("Hello");
        assertThat(call("cache").body()).contains("runs alone", "cache");
    }

    @Test
    void more_calls_than_there_are_places_for_are_told_to_come_again() throws Exception {
        var one = CompletableFuture.supplyAsync(() -> status("sleep 700"));
        var two = CompletableFuture.supplyAsync(() -> status("sleep 700"));

        var refused = Awaitility.await().until(() -> call("x"), answer -> answer.statusCode() == 429);

        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(one.join()).isEqualTo(200);
        assertThat(two.join()).isEqualTo(200);
        assertThat(call("x").statusCode()).isEqualTo(200);
    }

    private int status(String body) {
        try {
            return call(body).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_missing_in_the_environment_is_named() {
        assertThatThrownBy(() -> Environment.of(Map.of())).hasMessage("FUNCTION_HANDLER is not set");
        assertThatThrownBy(() -> Environment.of(Map.of("FUNCTION_HANDLER", "x", "FUNCTION_JARS", "y", "PORT", "many")))
                .hasMessage("PORT is a whole number, not many");
    }

    @Test
    void a_process_that_is_told_to_end_answers_what_is_under_way_first() throws Exception {
        assertThat(health()).isEqualTo(200);
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Alone.class.getName());
        builder.environment().putAll(variables());
        builder.environment().put("FUNCTION_TIMEOUT_SECONDS", "5");
        Process process = builder.redirectErrorStream(true).start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(out.readLine().replaceAll("\\D", ""));
            var answer = HTTP.sendAsync(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                            .POST(HttpRequest.BodyPublishers.ofString("sleep 1500"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            TimeUnit.MILLISECONDS.sleep(500);

            process.destroy();

            assertThat(answer.get(1, TimeUnit.MINUTES).body()).isEqualTo("slept");
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
