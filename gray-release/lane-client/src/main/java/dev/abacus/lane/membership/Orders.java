package dev.abacus.lane.membership;

import dev.abacus.lane.LaneTag;
import java.util.List;

/**
 * What lane-control answers.
 *
 * @param ruleVersion the newest rules there are
 * @param leaseSeconds for how long the process may go on as now without another answer: after that it tags nothing and
 *     adopts nothing
 * @param adopt all groups it shall be in as an adopter; it leaves every other
 * @param mayLeave for a process that is leaving: somebody else has its groups
 */
public record Orders(long ruleVersion, int leaseSeconds, List<Adoption> adopt, boolean mayLeave) {

    public Orders {
        adopt = adopt == null ? List.of() : List.copyOf(adopt);
    }

    /**
     * A lane's group that an instance of the baseline consumes for as long as the lane has nobody of its own for it.
     *
     * @param group the baseline group's name
     * @param epoch counts the changes of owner: an adopter says under which it consumes
     */
    public record Adoption(String group, LaneTag lane, long epoch) {}
}
