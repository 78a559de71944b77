package dev.abacus.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A caller with a token, over real HTTP. */
public record Http(String base, String token, JsonMapper json, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public Http(String base, String token, JsonMapper json) {
        this(base, token, json, Map.of());
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String text(String field) {
            return body.path(field).asString();
        }

        /** The last part of the problem's type. */
        public String problem() {
            return text("type").replaceFirst(".*/", "");
        }

        public String etag() {
            return raw.headers().firstValue("ETag").orElse(null);
        }

        /** @throws AssertionError when it is another status */
        public Answer mustBe(int expected) {
            if (status != expected) {
                throw new AssertionError(raw.request() + ": " + status + " instead of " + expected + ": " + body);
            }
            return this;
        }
    }

    /** What a token says, unverified. */
    public static JsonNode claims(String token, JsonMapper json) {
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    public Http with(String header, String value) {
        var all = new HashMap<>(headers);
        all.put(header, value);
        return new Http(base, token, json, all);
    }

    /** Having seen this version. */
    public Http seen(Answer answer) {
        return with("If-Match", answer.etag());
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** @param body a string as it is, anything else as JSON, {@code null} for none */
    public Answer send(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        String text = body == null || body instanceof String ? (String) body : json.writeValueAsString(body);
        request.method(method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
        if (text != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode answer = isJson && !response.body().isEmpty()
                    ? json.readTree(response.body())
                    : JsonNodeFactory.instance.objectNode();
            return new Answer(response.statusCode(), answer, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
