package dev.abacus.function.dispatcher.invocation.application;

import java.time.Instant;

/** Where the lines go that functions log. */
public interface InvocationLog {

    /** Returns at once; a line may be lost with the dispatcher that dies within the second. */
    void write(Line line);

    /** @param invocation the id, also of a synchronous call */
    record Line(String function, String invocation, Instant at, String level, String text) {}
}
