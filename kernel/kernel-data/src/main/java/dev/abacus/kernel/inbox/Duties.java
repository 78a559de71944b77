package dev.abacus.kernel.inbox;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.Self;
import dev.abacus.lane.rules.LaneRule;
import java.util.List;
import java.util.Set;

/**
 * Which kept events are this process's to try again. A lane's are its own instances' as long as it has any, so that its
 * events are never handled by code that they were not meant for; then the adopter's; and after the lane's end the
 * baseline's.
 */
final class Duties {

    private final Self self;
    private final ActiveRules rules;
    private final LaneGroups groups;

    Duties(Self self, ActiveRules rules, LaneGroups groups) {
        this.self = self;
        this.rules = rules;
        this.groups = groups;
    }

    /** @param lane null for the baseline's */
    boolean mine(String consumer, LaneTag lane) {
        if (!self.onBaseline()) {
            return self.lane().equals(lane);
        }
        return lane == null || groups.adopts(consumer, lane) || !rules.living(lane);
    }

    /** The one lane whose events it looks for; null when it is not one. */
    LaneTag only() {
        return self.lane();
    }

    /** Lanes whose events it need not even look for. */
    List<LaneTag> others() {
        Set<LaneTag> adopted = groups.adopted();
        return rules.rules().lanes().stream()
                .map(LaneRule::tag)
                .filter(tag -> !adopted.contains(tag) && rules.living(tag))
                .toList();
    }
}
