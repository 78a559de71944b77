package dev.abacus.seed.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The suite said no, and why: a problem after RFC 9457. */
public final class Refused extends RuntimeException {

    private static final String TYPES = "https://abacus.dev/problems/";

    private final int status;
    private final JsonNode problem;

    private Refused(int status, JsonNode problem, String message) {
        super(message);
        this.status = status;
        this.problem = problem;
    }

    static Refused of(String asked, ClientHttpResponse answer) throws IOException {
        int status = answer.getStatusCode().value();
        String body = new String(answer.getBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Refused(status, parsed(body), asked + " was answered with " + status + ": " + body);
    }

    private static JsonNode parsed(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    public int status() {
        return status;
    }

    /** The problem's type without the part that all have in common, such as {@code insufficient-stock}. */
    public String code() {
        String type = problem.path("type").asString("");
        return type.startsWith(TYPES) ? type.substring(TYPES.length()) : type;
    }

    public JsonNode problem() {
        return problem;
    }
}
