package dev.abacus.kernel.job;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.Self;
import dev.abacus.lane.rules.LaneRule;
import java.time.Duration;
import java.util.Optional;

/**
 * Whose turn a tenant's run is. A lane's instance runs its own tenants'. The baseline runs the rest; and those of a lane
 * that has not done it within a grace period, on that lane's tag.
 *
 * @param lane the tenant's; null on the baseline
 * @param mine whether this process may run it now
 */
record Turn(LaneTag lane, boolean mine) {

    /** @param since how long ago the time was due */
    static Turn of(TenantId tenant, Self self, ActiveRules rules, Duration since, Duration grace) {
        LaneTag lane = rules.decider().decide(tenant.value()).lane();
        if (!self.onBaseline()) {
            return new Turn(lane, self.lane().equals(lane));
        }
        boolean changed = Optional.ofNullable(lane)
                .flatMap(rules::find)
                .map((LaneRule rule) -> rule.has(self.service()))
                .orElse(false);
        return new Turn(lane, !changed || since.compareTo(grace) >= 0);
    }
}
