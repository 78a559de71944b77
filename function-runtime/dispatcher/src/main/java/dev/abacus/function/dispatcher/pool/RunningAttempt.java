package dev.abacus.function.dispatcher.pool;

import java.util.concurrent.CompletableFuture;

/** An attempt under way. */
public interface RunningAttempt {

    /** Never completes exceptionally: whatever goes wrong is an {@link Outcome}. */
    CompletableFuture<Outcome> outcome();

    /** Asks it to end; interrupts it after the grace, kills its process after another. */
    void cancel();

    /** The process that it runs in. */
    long pid();
}
