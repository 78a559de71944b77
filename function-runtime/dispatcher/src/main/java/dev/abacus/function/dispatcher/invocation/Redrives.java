package dev.abacus.function.dispatcher.invocation;

import java.time.Instant;

/** Dead letters, on their way back into the queue. */
public interface Redrives {

    /** @return false when it is no dead letter now */
    boolean redrive(long id, Instant now);
}
