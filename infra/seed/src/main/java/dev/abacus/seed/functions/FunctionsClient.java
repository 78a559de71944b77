package dev.abacus.seed.functions;

import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.PlatformClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** What an operator does with functions, through the gateway. */
final class FunctionsClient {

    private static final String FUNCTIONS = "/api/functions";
    private static final MediaType CLOUD_EVENT = MediaType.parseMediaType("application/cloudevents+json");

    private final RestClient http;

    FunctionsClient(Gateway gateway) {
        this(gateway.client(PlatformClient.of(gateway, "platform-admin", "dev-platform-admin", "platform.admin")));
    }

    FunctionsClient(RestClient http) {
        this.http = http;
    }

    JsonNode get(String name) {
        return http.get().uri(FUNCTIONS + "/{name}", name).retrieve().body(JsonNode.class);
    }

    List<JsonNode> list() {
        return pages("");
    }

    List<JsonNode> versions(String name) {
        return pages("/" + name + "/versions");
    }

    List<JsonNode> audit(String name) {
        return pages("/" + name + "/audit");
    }

    /** @param invocation null for those of all calls */
    List<JsonNode> logs(String name, String invocation) {
        return pages("/" + name + (invocation == null ? "" : "/invocations/" + invocation) + "/logs");
    }

    JsonNode invocation(String name, String id) {
        return http.get()
                .uri(FUNCTIONS + "/{name}/invocations/{id}", name, id)
                .retrieve()
                .body(JsonNode.class);
    }

    JsonNode cancel(String name, String id) {
        return http.post()
                .uri(FUNCTIONS + "/{name}/invocations/{id}/cancel", name, id)
                .retrieve()
                .body(JsonNode.class);
    }

    List<JsonNode> deadLetters(String name) {
        return pages("/" + name + "/dead-letters");
    }

    JsonNode redrive(String name, String id) {
        return http.post()
                .uri(FUNCTIONS + "/{name}/dead-letters/{id}/redrive", name, id)
                .retrieve()
                .body(JsonNode.class);
    }

    List<JsonNode> deliveries(String name, String state) {
        return pages("/" + name + "/deliveries", "&state=" + state);
    }

    JsonNode redeliver(String name, String id) {
        return http.post()
                .uri(FUNCTIONS + "/{name}/deliveries/{id}/redrive", name, id)
                .retrieve()
                .body(JsonNode.class);
    }

    private List<JsonNode> pages(String path) {
        return pages(path, "");
    }

    /** @param query what else is asked for, such as {@code &state=DEAD} */
    private List<JsonNode> pages(String path, String query) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode slice = http.get()
                    .uri(FUNCTIONS + path + "?limit=200" + query + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .retrieve()
                    .body(JsonNode.class);
            slice.path("items").forEach(all::add);
            cursor = slice.path("next").asString(null);
        }
        return all;
    }

    JsonNode version(String name, int number) {
        return http.get()
                .uri(FUNCTIONS + "/{name}/versions/{number}", name, number)
                .retrieve()
                .body(JsonNode.class);
    }

    String source(String name, int number) {
        return http.get()
                .uri(FUNCTIONS + "/{name}/versions/{number}/source", name, number)
                .retrieve()
                .body(String.class);
    }

    /** @param lane null for the baseline */
    record Wish(String definition, String lane, boolean live, String reason) {}

    JsonNode deployScript(String name, Wish wish, String source) {
        Map<String, Object> body = new HashMap<>();
        body.put("definition", wish.definition());
        body.put("lane", wish.lane());
        body.put("live", wish.live());
        body.put("reason", wish.reason());
        return deploy(name, source, body);
    }

    /** By the live version's function.yaml. */
    JsonNode replaceSource(String name, String source, String reason) {
        return deploy(name, source, new HashMap<>(Map.of("reason", reason)));
    }

    private JsonNode deploy(String name, String source, Map<String, Object> body) {
        body.put("source", source);
        return http.post()
                .uri(FUNCTIONS + "/{name}/versions", name)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class);
    }

    JsonNode deployJar(Wish wish, Path jar) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("definition", named("function.yaml", wish.definition()));
        parts.add("artifact", new FileSystemResource(jar));
        parts.add("live", String.valueOf(wish.live()));
        parts.add("reason", wish.reason());
        Optional.ofNullable(wish.lane()).ifPresent(lane -> parts.add("lane", lane));
        return http.post()
                .uri(FUNCTIONS)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .retrieve()
                .body(JsonNode.class);
    }

    private static Resource named(String name, String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }

    JsonNode point(String name, String alias, Map<String, Object> target) {
        ResponseEntity<JsonNode> seen =
                http.get().uri(FUNCTIONS + "/{name}", name).retrieve().toEntity(JsonNode.class);
        return http.put()
                .uri(FUNCTIONS + "/{name}/aliases/{alias}", name, alias)
                .header("If-Match", seen.getHeaders().getETag())
                .body(target)
                .retrieve()
                .body(JsonNode.class);
    }

    JsonNode rollBack(String name, String alias, String reason) {
        return http.post()
                .uri(FUNCTIONS + "/{name}/rollback", name)
                .body(Map.of("alias", alias, "reason", reason))
                .retrieve()
                .body(JsonNode.class);
    }

    void remove(String name, boolean force, String reason) {
        http.delete()
                .uri(FUNCTIONS + "/{name}?force={force}&reason={reason}", name, force, reason)
                .retrieve()
                .toBodilessEntity();
    }

    /** @param query what beside the event is said, such as {@code async=true} */
    ResponseEntity<String> invoke(String name, Map<String, String> query, String event, boolean cloudEvent) {
        return http.method(HttpMethod.POST)
                .uri(builder -> {
                    builder.path(FUNCTIONS + "/{name}/invocations");
                    query.forEach(builder::queryParam);
                    return builder.build(name);
                })
                .contentType(cloudEvent ? CLOUD_EVENT : MediaType.APPLICATION_JSON)
                .body(event.getBytes(StandardCharsets.UTF_8))
                .retrieve()
                .toEntity(String.class);
    }
}
