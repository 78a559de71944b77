package dev.abacus.function.worker;

import dev.abacus.function.wire.Frame;
import dev.abacus.function.wire.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;

/** The log of one invocation, kept by the host. */
final class CallLogger extends FunctionLogger {

    /** More than this of one line is cut; a log is not where data is kept. */
    private static final int LONGEST = 16_000;

    private final long call;
    private final Wire wire;
    private final Clock clock;

    CallLogger(String function, long call, Wire wire, Clock clock) {
        super(function);
        this.call = call;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    protected void write(Level level, String message, Throwable thrown) {
        send(level, thrown == null ? message : message + System.lineSeparator() + stack(thrown));
    }

    private void send(Level level, String text) {
        String line = text == null ? "null" : text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        try {
            wire.send(new Frame.Log(call, level.name(), clock.millis(), line));
        } catch (IOException e) {
            // The host is gone, and this process goes with it.
        }
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
