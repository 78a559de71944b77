package dev.abacus.lane.control.domain;

import java.time.Duration;

/**
 * How long silence is taken for something else than death.
 *
 * @param lease for how long a process may go on as it did at its last answer
 * @param missed silence after which an instance counts as lost
 * @param missedWhenGone the same, when the registry says that it is gone
 * @param laptop the same, for somebody's laptop
 */
public record Patience(Duration lease, Duration missed, Duration missedWhenGone, Duration laptop) {

    /** A heartbeat comes each second. */
    public static Patience standard(Duration lease) {
        return new Patience(lease, Duration.ofSeconds(3), Duration.ofMillis(1_500), Duration.ofSeconds(10));
    }
}
