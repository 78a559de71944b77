package dev.abacus.function.wire;

/**
 * Why an attempt did not succeed.
 *
 * @param kind who is to blame, which decides whether another attempt is made and counted
 * @param type class of what was thrown, or a word of the runtime
 * @param message for whoever reads the invocation's state
 * @param trace the stack, cut to what a log line may hold; empty when there is none
 */
public record Failure(Kind kind, String type, String message, String trace) {

    public enum Kind {
        /** The function threw: an attempt spent. */
        FUNCTION,
        /** The function says that no attempt can help. */
        PERMANENT,
        /** The deadline of the attempt passed: an attempt spent. */
        TIMEOUT,
        /** Somebody cancelled it: no attempt is made again. */
        CANCELLED,
        /** The process died under it. The function may be the cause, so an attempt is spent. */
        CRASH,
        /** The runtime's own trouble: no attempt spent. */
        SYSTEM
    }
}
