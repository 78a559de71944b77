package dev.abacus.function.dispatcher.invocation.web;

import dev.abacus.function.dispatcher.invocation.InvocationState;
import java.time.Instant;
import java.util.List;

/**
 * An invocation with everything that has happened to it.
 *
 * @param tenant null for the platform's own
 * @param version that ran last; null before the first attempt
 * @param attempts so far, those included that were the runtime's fault and do not count
 * @param result the data of the answer as text; null for none
 */
public record InvocationView(
        String id,
        String function,
        String tenant,
        String lane,
        InvocationState state,
        Integer version,
        int attempt,
        String orderingKey,
        int depth,
        String parent,
        Instant acceptedAt,
        Instant dueAt,
        Instant startedAt,
        Instant endedAt,
        Instant expiresAt,
        FailureView failure,
        boolean deadLetter,
        String result,
        List<AttemptView> attempts,
        List<DeliveryView> deliveries) {

    public record FailureView(String kind, String type, String message) {}

    /** @param counted whether it spent one of the attempts that there are */
    public record AttemptView(
            int number,
            boolean counted,
            int version,
            String dispatcher,
            Long pid,
            Instant startedAt,
            Instant endedAt,
            double cpuMillis,
            FailureView failure,
            String stack) {}

    public record DeliveryView(
            String kind, String target, int attempts, Instant dueAt, Instant deliveredAt, String failure) {}
}
