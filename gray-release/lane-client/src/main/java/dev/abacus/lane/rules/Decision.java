package dev.abacus.lane.rules;

import dev.abacus.lane.LaneTag;
import java.util.Optional;

/**
 * Where a tenant goes, and why.
 *
 * @param lane null for the baseline
 */
public record Decision(LaneTag lane, Reason reason) {

    /** In the order in which they are asked. */
    public enum Reason {
        KILL_SWITCH,
        SESSION_KEY,
        TENANT_LIST,
        PERCENTAGE,
        /** A lane would have drawn the tenant, but denies it. */
        DENIED,
        NO_RULE
    }

    public Optional<LaneTag> tag() {
        return Optional.ofNullable(lane);
    }
}
