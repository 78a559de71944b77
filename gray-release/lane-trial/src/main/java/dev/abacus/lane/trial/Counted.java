package dev.abacus.lane.trial;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;

/**
 * An event that can be told from every other one.
 *
 * @param number counts the events of a trial
 * @param line what has to stay in order; an event that need not has a line of its own
 * @param lane the tag on which it was sent; null for the baseline
 * @param sentAt microseconds since the epoch
 */
@EventType("sender.counted.v1")
public record Counted(long number, String line, String lane, long sentAt) implements DomainEvent {

    @Override
    public String aggregate() {
        return line;
    }
}
