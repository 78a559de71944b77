package dev.abacus.function.alone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.abacus.function.worker.Failures;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;

/** The log of one call: a JSON line each, as whoever gathers the logs of containers reads them. */
record LogLines(String function, String invocation, String tenant, Clock clock, PrintStream out)
        implements System.Logger {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String getName() {
        return function;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.DEBUG.getSeverity() && level != Level.OFF;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            write(level, message, thrown == null ? null : Failures.of(thrown).trace());
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... arguments) {
        if (isLoggable(level)) {
            boolean plain = arguments == null || arguments.length == 0;
            write(level, plain ? format : MessageFormat.format(format, arguments), null);
        }
    }

    private void write(Level level, String text, String stack) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("at", clock.instant().toString());
        line.put("level", level.name());
        line.put("function", function);
        line.put("invocation", invocation);
        line.put("tenant", tenant);
        line.put("text", text);
        line.put("stack", stack);
        line.values().removeIf(value -> value == null);
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
