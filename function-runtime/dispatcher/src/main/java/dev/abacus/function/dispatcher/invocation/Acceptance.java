package dev.abacus.function.dispatcher.invocation;

import java.time.Instant;

/**
 * An asynchronous invocation as it is to be written down.
 *
 * @param tenant null for the platform's own
 * @param qualifier the alias or version that was asked for; null for {@code live}
 * @param orderingKey null when order does not matter
 * @param deduplication handed in again with the same, it is the same invocation; null for none
 * @param notBefore the earliest start
 * @param parent the invocation whose result or wish this is; null for none
 * @param event encoded
 */
public record Acceptance(
        long id,
        String function,
        String tenant,
        String lane,
        String qualifier,
        String orderingKey,
        String deduplication,
        int depth,
        Long parent,
        String traceparent,
        Instant acceptedAt,
        Instant notBefore,
        Instant expiresAt,
        byte[] event) {

    /** A longer chain of functions that call each other is taken for a loop. */
    public static final int DEEPEST = 16;

    /** What a queue carries; larger things are handed on by reference. */
    public static final int LARGEST_EVENT = 256 * 1024;
}
