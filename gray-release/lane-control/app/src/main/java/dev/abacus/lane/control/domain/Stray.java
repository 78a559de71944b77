package dev.abacus.lane.control.domain;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneState;
import java.util.Map;

/**
 * Judges a tagged message: whether a lane's group takes care of it, or nobody does and it has to be sent again without
 * its tag.
 */
public final class Stray {

    private Stray() {}

    public enum Verdict {
        /** A lane's group has it or will have it. */
        IN_GOOD_HANDS,
        /** The lane's barrier is being taken and not known yet: ask again. */
        TOO_EARLY_TO_SAY,
        /** No group answers for it. */
        STRAY
    }

    /**
     * What became of the tag's lane.
     *
     * @param barrier the offsets at which its groups stop to be answerable
     */
    public record Fate(LaneState state, boolean barrierTaken, Map<QueueId, Long> barrier) {}

    /**
     * A message seen before its lane's barrier began to be taken lies before the barrier: the ends of the queues are looked
     * at later. So only the moment in which the barrier is taken leaves it open.
     *
     * @param barrierBegun whether the barrier was begun to be taken, asked when the message had been seen
     * @param fate asked after that; null when there never was such a lane
     * @param offset where the message lies in {@code queue}
     */
    public static Verdict judge(LaneTag tag, boolean barrierBegun, Fate fate, QueueId queue, long offset) {
        if (tag == null || fate == null) {
            return Verdict.STRAY;
        }
        if (fate.state() == LaneState.PREPARING || fate.state() == LaneState.ROUTABLE) {
            return Verdict.IN_GOOD_HANDS;
        }
        if (!fate.barrierTaken()) {
            return barrierBegun ? Verdict.TOO_EARLY_TO_SAY : Verdict.IN_GOOD_HANDS;
        }
        return offset < fate.barrier().getOrDefault(queue, 0L) ? Verdict.IN_GOOD_HANDS : Verdict.STRAY;
    }
}
