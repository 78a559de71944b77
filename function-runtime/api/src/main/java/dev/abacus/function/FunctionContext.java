package dev.abacus.function;

import dev.abacus.function.platform.Platform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a function may know of the call that it serves. */
public interface FunctionContext {

    /** The same from the 202 that accepted the invocation to its destination, over all its attempts. */
    String invocationId();

    String function();

    /** The version that runs, as {@code versions} lists it. */
    int version();

    /** Whose call this is, proven by the token or message it came with; none for the platform's own. */
    Optional<String> tenant();

    /** The lane's tag, {@code id-generation}; none on the baseline. */
    Optional<String> lane();

    /** When the attempt is cancelled. */
    Instant deadline();

    /** 1 for the first attempt. */
    int attempt();

    /** How many invocations led to this one, each the destination of the one before; 0 for a call from outside. */
    int depth();

    Cancellation cancellation();

    /** Writes into the log of this invocation. */
    System.Logger logger();

    Clock clock();

    Platform platform();

    /** What is left until the deadline; never negative. */
    default Duration remaining() {
        Duration left = Duration.between(clock().instant(), deadline());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * The context of the call that this thread serves.
     *
     * @throws IllegalStateException on a thread that serves none: one that the function started itself
     */
    static FunctionContext current() {
        return CurrentContext.get();
    }
}
