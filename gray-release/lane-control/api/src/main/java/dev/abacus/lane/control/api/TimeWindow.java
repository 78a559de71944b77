package dev.abacus.lane.control.api;

import java.time.Instant;

/**
 * When a lane takes tenants: from {@code from}, and no more at {@code until}; null is no limit.
 */
public record TimeWindow(Instant from, Instant until) {

    public static final TimeWindow ALWAYS = new TimeWindow(null, null);
}
