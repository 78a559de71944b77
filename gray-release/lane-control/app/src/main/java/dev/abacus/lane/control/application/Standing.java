package dev.abacus.lane.control.application;

import dev.abacus.lane.membership.Orders.Adoption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What everybody is told until the next look.
 *
 * @param asOf the moment of the look
 * @param adoptions for each member that has any
 * @param mayLeave leaving members whose groups somebody else has
 */
record Standing(Instant asOf, Map<String, List<Adoption>> adoptions, Set<String> mayLeave) {

    static Standing nothing(Instant now) {
        return new Standing(now, Map.of(), Set.of());
    }

    List<Adoption> adoptionsOf(String member) {
        return adoptions.getOrDefault(member, List.of());
    }
}
