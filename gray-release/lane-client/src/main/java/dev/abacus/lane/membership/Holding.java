package dev.abacus.lane.membership;

import dev.abacus.lane.LaneTag;
import java.util.Set;

/**
 * That a process is in a lane's consumer group.
 *
 * @param group the baseline group's name
 * @param epoch the epoch of the directive that it follows; 0 for an instance of the lane itself
 * @param queues the queues it has been given, as {@code topic/broker/number}
 */
public record Holding(String group, LaneTag lane, long epoch, Set<String> queues) {

    public Holding {
        queues = Set.copyOf(queues);
    }
}
