package dev.abacus.seed.functions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The door to releases that the runtime runs: one function, called with a command. */
final class ReleaseClient {

    private static final int PAGE = 500;

    private final RestClient http;

    ReleaseClient(RestClient http) {
        this.http = http;
    }

    JsonNode ask(Map<String, Object> request) {
        return http.post()
                .uri("/api/functions/sql-release/invocations")
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(JsonNode.class);
    }

    /** All pages of a list. */
    List<JsonNode> pages(Map<String, Object> request) {
        Map<String, Object> page = new LinkedHashMap<>(request);
        page.put("limit", PAGE);
        List<JsonNode> all = new ArrayList<>();
        for (String next = ""; next != null; ) {
            page.put("after", next);
            JsonNode slice = ask(page);
            slice.path("items").forEach(all::add);
            next = slice.path("next").asString(null);
        }
        return all;
    }
}
