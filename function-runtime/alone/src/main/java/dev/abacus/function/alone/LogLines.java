package dev.abacus.function.alone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.abacus.function.worker.Failures;
import dev.abacus.function.worker.FunctionLogger;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The log of one call: a JSON line each, as whoever gathers the logs of containers reads them. */
final class LogLines extends FunctionLogger {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String invocation;
    private final String tenant;
    private final Clock clock;
    private final PrintStream out;

    LogLines(String function, String invocation, String tenant, Clock clock, PrintStream out) {
        super(function);
        this.invocation = invocation;
        this.tenant = tenant;
        this.clock = clock;
        this.out = out;
    }

    @Override
    protected void write(Level level, String text, Throwable thrown) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("at", clock.instant().toString());
        line.put("level", level.name());
        line.put("function", getName());
        line.put("invocation", invocation);
        line.put("tenant", tenant);
        line.put("text", text);
        line.put("stack", thrown == null ? null : Failures.of(thrown).trace());
        line.values().removeIf(value -> value == null);
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
