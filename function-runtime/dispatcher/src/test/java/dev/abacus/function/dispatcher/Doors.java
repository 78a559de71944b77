package dev.abacus.function.dispatcher;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doors of a dispatcher, wherever it runs, as operators and programs come to them: by HTTP. */
public abstract class Doors {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** {@code http://host:port}. */
    protected abstract String address();

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

    /** By function.yaml and source, through the platform's compiler; live at once. */
    public void deploy(String definition, String source) {
        String name = definition
                .lines()
                .filter(line -> line.startsWith("name: "))
                .map(line -> line.substring("name: ".length()))
                .findFirst()
                .orElseThrow();
        var wish = Map.of("definition", definition, "source", source, "reason", "a test");
        json("POST", "/functions/" + name + "/versions", wish).mustBe(201);
    }

    public Answer json(String method, String path, Object body, String... headers) {
        var all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send(method, path, JsonMapper.shared().writeValueAsString(body), all.toArray(String[]::new));
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
        var request = HttpRequest.newBuilder(URI.create(address() + path)).method(method, publisher);
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

    /** The sum of a meter over all its tags. */
    public double meter(String name) {
        return get("/actuator/prometheus")
                .mustBe(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    public JsonNode invocation(String function, String id) {
        return get("/functions/" + function + "/invocations/" + id).mustBe(200).json();
    }

    /** Waits until the invocation is in that state. */
    public JsonNode await(String function, String id, String state) {
        return Awaitility.await("invocation of " + function + " is " + state)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> invocation(function, id),
                        seen -> seen.path("state").asString().equals(state));
    }
}
