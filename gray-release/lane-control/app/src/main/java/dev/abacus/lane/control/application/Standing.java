package dev.abacus.lane.control.application;

import java.time.Instant;
import java.util.Set;

/**
 * What was seen at the last look.
 *
 * @param asOf the moment of the look; the board was at least as new when this was posted
 * @param mayLeave leaving members whose groups somebody else has
 */
record Standing(Instant asOf, Set<String> mayLeave) {

    static Standing nothing(Instant now) {
        return new Standing(now, Set.of());
    }
}
