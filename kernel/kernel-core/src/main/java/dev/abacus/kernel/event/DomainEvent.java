package dev.abacus.kernel.event;

/**
 * Something that happened and that others may act on. A record in a service's {@code *-api} jar, named in the past
 * tense and marked with {@link EventType}; it holds ids and facts, never another tenant's and never a secret.
 */
public interface DomainEvent {

    /**
     * The ordering key: events with the same key reach each consumer in the order in which they were published.
     * By convention {@code kind-id}, such as {@code sales-order-7421}.
     */
    String aggregate();
}
