package dev.abacus.lane.obey;

import dev.abacus.lane.LaneTag;
import java.util.Optional;
import java.util.UUID;

/**
 * This process.
 *
 * @param member unique for each start
 * @param service its name in the registry
 * @param lane the lane it belongs to; null for the baseline
 * @param owner whose laptop it runs on; null when it is nobody's
 */
public record Self(String member, String service, LaneTag lane, String owner) {

    static Self of(String service, LaneProperties properties) {
        return new Self(
                service + ":" + UUID.randomUUID(),
                service,
                properties.lane().orElse(null),
                properties.person().orElse(null));
    }

    public boolean onBaseline() {
        return lane == null;
    }

    /** {@code name} of a lock that one process has at a time: one of the baseline, and one of each lane. */
    public String own(String name) {
        return lane == null ? name : name + "-" + lane;
    }

    public Optional<LaneTag> tag() {
        return Optional.ofNullable(lane);
    }
}
