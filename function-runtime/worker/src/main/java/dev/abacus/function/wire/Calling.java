package dev.abacus.function.wire;

/**
 * What the host tells of an invocation beside its event.
 *
 * @param tenant null for none
 * @param lane null for the baseline
 * @param deadlineMillis when the attempt is cancelled, in milliseconds of the epoch
 * @param traceparent W3C trace context; null outside a trace
 */
public record Calling(
        String invocationId,
        String tenant,
        String lane,
        long deadlineMillis,
        int attempt,
        int depth,
        String traceparent) {}
