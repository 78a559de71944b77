package dev.abacus.function.dispatcher.invocation;

import java.time.Instant;

/**
 * An invocation that this dispatcher holds.
 *
 * @param tenant null for the platform's own
 * @param attempt the one that begins now, from 1
 * @param acceptedAt when it was handed in
 * @param dueAt since when it could have been taken
 * @param epoch the fencing token: what is told of the invocation with an older one is refused
 */
public record Taken(
        long id,
        String function,
        String tenant,
        String lane,
        String qualifier,
        String orderingKey,
        int attempt,
        int epoch,
        int depth,
        String traceparent,
        Instant acceptedAt,
        Instant dueAt,
        Instant expiresAt,
        byte[] event) {}
