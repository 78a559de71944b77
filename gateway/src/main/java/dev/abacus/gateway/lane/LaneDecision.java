package dev.abacus.gateway.lane;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneTag;
import java.util.Optional;

/** Which lane a tenant is on. Nothing that a caller sends has a say in it. */
@FunctionalInterface
public interface LaneDecision {

    /** @return empty for the baseline */
    Optional<LaneTag> laneOf(TenantId tenant);

    /** While no lanes are set up, everybody is on the baseline. */
    static LaneDecision baseline() {
        return tenant -> Optional.empty();
    }
}
