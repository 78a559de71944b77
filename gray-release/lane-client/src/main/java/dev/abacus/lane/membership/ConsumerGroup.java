package dev.abacus.lane.membership;

import dev.abacus.lane.LaneTag;
import java.util.Set;

/**
 * A consumer group of the baseline, by the names that the broker knows.
 *
 * @param name the group that takes what carries no tag
 * @param topics what it reads
 */
public record ConsumerGroup(String name, Set<String> topics) {

    public ConsumerGroup {
        topics = Set.copyOf(topics);
    }

    /** The group that takes what is tagged with {@code lane}, and nothing else, for ever. */
    public String on(LaneTag lane) {
        return onLane(name, lane);
    }

    public static String onLane(String group, LaneTag lane) {
        return group + "__" + lane;
    }
}
