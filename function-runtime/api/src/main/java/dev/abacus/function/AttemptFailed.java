package dev.abacus.function;

/** Carries what a function threw out of {@link java.util.function.Function#apply}, which may throw nothing checked. */
public final class AttemptFailed extends RuntimeException {

    public AttemptFailed(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /** What the function itself threw. */
    public static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof AttemptFailed ? thrown.getCause() : thrown;
    }
}
