package dev.abacus.lane.control.api;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneTag;
import java.util.List;

/**
 * Where a tenant's requests go, and why.
 *
 * @param lane null for the baseline
 * @param reason the rule that decided: KILL_SWITCH, TENANT_LIST, PERCENTAGE, DENIED or NO_RULE
 * @param ruleVersion the rules that were asked
 * @param lanes what each lane that takes tenants says of this one, in the order of their age
 */
public record DecisionView(TenantId tenant, LaneTag lane, String reason, long ruleVersion, List<LaneSays> lanes) {

    public DecisionView {
        lanes = List.copyOf(lanes);
    }

    /**
     * @param drawn whether the lane's percentage takes the tenant
     */
    public record LaneSays(
            LaneTag lane, String state, boolean named, boolean denied, boolean drawn, boolean inWindow) {}
}
