package dev.abacus.function.dispatcher.trigger;

import io.cloudevents.CloudEvent;

/** Something that a source has read. */
public sealed interface Arrival {

    /** Where exactly it was read: the same when it is read again. */
    String position();

    /**
     * @param tenant whose it is, proven or vouched for; null for the platform's own
     * @param lane that it is on, a living one; null for the baseline
     * @param orderingKey null when order does not matter
     * @param parent the invocation whose result it is; null for none
     * @param traceparent null outside a trace
     */
    record Event(
            String position,
            String tenant,
            String lane,
            String orderingKey,
            Long parent,
            String traceparent,
            CloudEvent event)
            implements Arrival {}

    /**
     * What nobody can be called with.
     *
     * @param code of the reason, {@code not-a-cloud-event}
     */
    record Unreadable(String position, String code, String reason, byte[] body) implements Arrival {}
}
