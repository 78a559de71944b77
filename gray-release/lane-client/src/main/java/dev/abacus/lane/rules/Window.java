package dev.abacus.lane.rules;

import java.time.Instant;

/**
 * When a lane takes tenants, by the server's clock: from {@code from}, and no more at {@code until}.
 *
 * @param from null for since ever
 * @param until null for no end
 */
public record Window(Instant from, Instant until) {

    /** No limits. */
    public static final Window ALWAYS = new Window(null, null);

    public Window {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a window that begins at " + from + " cannot end at " + until);
        }
    }

    public boolean contains(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    }

    /** Whether there is a moment that both contain. */
    public boolean overlaps(Window other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Window other) {
        return from == null || other.until == null || from.isBefore(other.until);
    }
}
