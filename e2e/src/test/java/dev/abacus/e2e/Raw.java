package dev.abacus.e2e;

import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Requests byte by byte, also those that no well-meaning client would send. */
public final class Raw {

    private static final String PROBLEMS = "https://abacus.dev/problems/";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final URI base;
    private final List<String> headers;

    Raw(URI base) {
        this(base, List.of());
    }

    private Raw(URI base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public record Answer(int status, JsonNode json, HttpResponse<String> response) {

        /** The problem's type without what all have in common; empty when it is no problem. */
        public String code() {
            String type = json.path("type").asString("");
            return type.startsWith(PROBLEMS) ? type.substring(PROBLEMS.length()) : type;
        }

        @Override
        public String toString() {
            return status + " " + response.body();
        }
    }

    public Raw as(Bearer bearer) {
        return with("Authorization", "Bearer " + bearer.token());
    }

    public Raw with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Raw(base, List.copyOf(more));
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer send(String method, String path, String json) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    public Answer postBytes(String path, byte[] json) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json)));
    }

    private Answer send(HttpRequest.Builder request) {
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            HttpResponse<String> response =
                    HTTP.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), parsed(response.body()), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
