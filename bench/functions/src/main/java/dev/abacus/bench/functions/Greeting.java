package dev.abacus.bench.functions;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** The work: {@code {"name": "Wu"}} to {@code {"text": "Hello, Wu!"}}. */
final class Greeting {

    private final ObjectMapper json = new ObjectMapper();

    byte[] of(byte[] wish) throws IOException {
        String name = json.readTree(wish).path("name").asText();
        return json.writeValueAsBytes(Map.of("text", "Hello, " + name + "!"));
    }
}
