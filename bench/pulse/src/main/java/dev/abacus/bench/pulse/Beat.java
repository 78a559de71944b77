package dev.abacus.bench.pulse;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;

/** One of a steady series. Neighbours belong to different aggregates, so that all queues have work. */
@EventType("pulse.beat.v1")
public record Beat(long number) implements DomainEvent {

    private static final int AGGREGATES = 64;

    @Override
    public String aggregate() {
        return "heart-" + number % AGGREGATES;
    }
}
