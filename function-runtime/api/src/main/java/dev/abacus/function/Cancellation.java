package dev.abacus.function;

import java.util.concurrent.CancellationException;

/**
 * Whether the invocation is wanted no more. A long function looks at it between its steps; one that does not is interrupted
 * some time after, and its process is killed some time after that.
 */
public interface Cancellation {

    boolean requested();

    /** Runs the action when cancellation is asked for, or now if it already was; on whichever thread finds out. */
    void onRequest(Runnable action);

    /**
     * A place where the function may end.
     *
     * @throws CancellationException when cancellation was asked for
     */
    default void check() {
        if (requested()) {
            throw new CancellationException("the invocation was cancelled");
        }
    }
}
