package dev.abacus.function.dispatcher.invocation;

import dev.abacus.function.wire.Failure;
import java.time.Instant;
import java.util.List;

/**
 * How an attempt ended and what follows.
 *
 * @param state what the invocation is in now
 * @param dueAt when it is to be taken again; null when it has ended
 * @param spent whether the attempt counts
 * @param version that ran; 0 when none did
 * @param failure null when it succeeded
 * @param result encoded; null for none
 * @param deadLetter whether it failed for good and goes nowhere
 * @param invocations the functions that are its destination, written in the same transaction
 */
public record Ending(
        Taken taken,
        InvocationState state,
        Instant dueAt,
        boolean spent,
        int version,
        long pid,
        Instant startedAt,
        Instant endedAt,
        long cpuNanos,
        Failure failure,
        byte[] result,
        boolean deadLetter,
        List<Acceptance> invocations,
        List<Delivery> deliveries) {}
