package dev.abacus.lane.membership;

import dev.abacus.lane.LaneTag;
import java.util.List;

/**
 * What a process says of itself.
 *
 * @param member unique for each start of a process
 * @param service its name in the registry
 * @param instance {@code host:port}, as in the registry; null when it is not registered
 * @param lane the lane it belongs to; null for the baseline
 * @param owner whose laptop it runs on; null when it is nobody's
 * @param ruleVersion the rules it obeys: what it tags from now on follows them
 * @param leaving whether it wants to stop consuming and be gone
 * @param groups the consumer groups of its service
 * @param holdings the lanes' groups it is in at this moment, as the lane's own instance or as an adopter
 */
public record Heartbeat(
        String member,
        String service,
        String instance,
        LaneTag lane,
        String owner,
        long ruleVersion,
        boolean leaving,
        List<ConsumerGroup> groups,
        List<Holding> holdings) {

    public Heartbeat {
        groups = groups == null ? List.of() : List.copyOf(groups);
        holdings = holdings == null ? List.of() : List.copyOf(holdings);
    }
}
