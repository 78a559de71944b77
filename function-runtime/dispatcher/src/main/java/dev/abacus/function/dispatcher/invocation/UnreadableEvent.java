package dev.abacus.function.dispatcher.invocation;

import java.time.Instant;

/**
 * What came for a function and is nothing that it could be called with.
 *
 * @param deduplication coming again, it is the same
 * @param code of the reason
 * @param reason where it came from and what is wrong with it
 * @param body as it came
 */
public record UnreadableEvent(
        long id, String function, String deduplication, String code, String reason, Instant at, byte[] body) {

    /** What of a body is kept; its size and hash are in the reason. */
    public static final int LARGEST_KEPT = 64 * 1024;
}
