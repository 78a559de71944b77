package dev.abacus.seed.functions;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function as a container runs it, read from its function.yaml.
 *
 * @param heapMi of the process, which needs {@link #BESIDE_HEAP_MI} more
 * @param settings each an environment variable
 */
record Container(
        String name,
        String handler,
        int heapMi,
        Duration timeout,
        int concurrency,
        int minScale,
        int maxScale,
        Map<String, String> settings) {

    /** Where function-alone is in an image, and where the function's own jar. */
    static final String PLATFORM = "/platform";

    static final String FUNCTION = "/function/function.jar";

    static final int PORT = 8080;

    /** Classes, code, stacks and buffers of a small JVM. */
    static final int BESIDE_HEAP_MI = 96;

    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern VARIABLE = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final Pattern PART = Pattern.compile("([0-9]+)(ms|s|m|h|d)");

    static Container of(FunctionProject project) {
        if (!NAME.matcher(project.name()).matches()) {
            throw new Wrong("fn: " + project.name() + " is no name of a function");
        }
        Map<String, String> settings = project.settings();
        settings.keySet().stream()
                .filter(key -> !VARIABLE.matcher(key).matches())
                .findFirst()
                .ifPresent(key -> {
                    throw new Wrong("fn: the setting \"" + key
                            + "\" cannot be an environment variable: letters, digits, hyphens, dots, underscores");
                });
        int min = number(project, "scale", "min", 0);
        return new Container(
                project.name(),
                project.handler(),
                mebibytes(project.value("memory", "64Mi")),
                duration(project.value("timeout", "30s")),
                Integer.parseInt(project.value("concurrency", "10")),
                min,
                number(project, "scale", "max", Math.max(min, 4)),
                settings);
    }

    /** What {@code function-alone} reads; {@code PORT} is the platform's to say. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("FUNCTION_NAME", name);
        environment.put("FUNCTION_HANDLER", handler);
        environment.put("FUNCTION_JARS", FUNCTION);
        environment.put("FUNCTION_TIMEOUT_SECONDS", String.valueOf(Math.max(1, timeout.toSeconds())));
        environment.put("FUNCTION_CONCURRENCY", String.valueOf(concurrency));
        environment.put("JAVA_TOOL_OPTIONS", "-Xmx" + heapMi + "m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        settings.forEach((key, value) -> environment.put("SETTING_" + key, value));
        return environment;
    }

    private static int number(FunctionProject project, String section, String key, int otherwise) {
        return Integer.parseInt(project.value(section, key, String.valueOf(otherwise)));
    }

    private static int mebibytes(String text) {
        int amount = Integer.parseInt(text.replaceAll("\\D", ""));
        return text.endsWith("Gi") ? amount * 1024 : amount;
    }

    private static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long amount = Long.parseLong(part.group(1));
            sum = sum.plus(
                    switch (part.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        return sum;
    }
}
