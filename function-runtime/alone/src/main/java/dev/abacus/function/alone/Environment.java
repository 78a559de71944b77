package dev.abacus.function.alone;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the function is run, from environment variables: {@code ./abacus fn manifest} writes them from function.yaml.
 *
 * @param port {@code PORT}, 8080 when not said; 0 for a free one
 * @param function {@code FUNCTION_NAME}
 * @param version {@code FUNCTION_VERSION}, 0 when not said
 * @param handler {@code FUNCTION_HANDLER}
 * @param jars {@code FUNCTION_JARS}, separated as in a class path
 * @param timeout {@code FUNCTION_TIMEOUT_SECONDS} of one call
 * @param concurrency {@code FUNCTION_CONCURRENCY}: calls at a time, beyond which 429
 * @param callerToken {@code CALLER_TOKEN}: who brings it may say whose call it is; without one nobody may
 * @param settings {@code SETTING_key}
 */
record Environment(
        int port,
        String function,
        int version,
        String handler,
        List<Path> jars,
        Duration timeout,
        int concurrency,
        String callerToken,
        Map<String, String> settings) {

    private static final String SETTING = "SETTING_";

    static Environment of(Map<String, String> variables) {
        Map<String, String> settings = new HashMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value);
            }
        });
        return new Environment(
                number(variables, "PORT", 8080),
                variables.getOrDefault("FUNCTION_NAME", "function"),
                number(variables, "FUNCTION_VERSION", 0),
                needed(variables, "FUNCTION_HANDLER"),
                Stream.of(needed(variables, "FUNCTION_JARS").split(File.pathSeparator))
                        .map(Path::of)
                        .toList(),
                Duration.ofSeconds(number(variables, "FUNCTION_TIMEOUT_SECONDS", 30)),
                number(variables, "FUNCTION_CONCURRENCY", 10),
                variables.get("CALLER_TOKEN"),
                Map.copyOf(settings));
    }

    private static String needed(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static int number(Map<String, String> variables, String name, int otherwise) {
        String value = variables.get(name);
        try {
            return value == null || value.isBlank() ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number, not " + value);
        }
    }
}
