package dev.abacus.trade.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP, as one caller. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final String token;

    /** @param token null for a stranger */
    public Api(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** The id of what was made. */
        public String id() {
            return is(201).json().get("id").asString();
        }

        /** The version that a change has to name. */
        public String etag() {
            return header("ETag");
        }

        /** The text at a place of the body, such as {@code /credit/used/amount}. */
        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        public Answer is(int status) {
            assertThat(status()).as(response.body()).isEqualTo(status);
            return this;
        }

        /** A problem of this status and code. */
        public JsonNode problem(int status, String code) {
            is(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().get("type").asString()).isEqualTo("https://abacus.dev/problems/" + code);
            return json();
        }
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), "application/json", headers);
    }

    public Answer put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), "application/json", headers);
    }

    public Answer upload(String path, String type, byte[] file) {
        return send("POST", path, BodyPublishers.ofByteArray(file), type);
    }

    /** A change to the version that was seen. */
    public Answer putSeen(String path, String version, String json) {
        return put(path, json, "If-Match", version);
    }

    /** Any request. */
    public Answer send(String method, String path, String type, String body, String... headers) {
        return send(method, path, BodyPublishers.ofString(body), type, headers);
    }

    private Answer send(String method, String path, BodyPublisher body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
