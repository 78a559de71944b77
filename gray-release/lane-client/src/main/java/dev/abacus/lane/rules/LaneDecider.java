package dev.abacus.lane.rules;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.Decision.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which lane a tenant is on: kill switch, a developer's session key, the lane's list of denied tenants, the lists
 * of named tenants, percentages in the lanes' order of age, and else the baseline. Immutable and without locks; made once
 * for each version of the rules.
 */
public final class LaneDecider {

    private final LaneRules rules;
    private final InstantSource clock;
    private final Map<Long, List<LaneRule>> named;
    private final Draws draws;
    private final Map<LaneTag, LaneRule> projects;

    public LaneDecider(LaneRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
        var routable = rules.lanes().stream().filter(LaneRule::routable).toList();
        this.named = byTenant(routable);
        this.draws = new Draws(
                routable.stream().filter(lane -> lane.basisPoints() > 0).toList());
        this.projects = new HashMap<>();
        routable.stream()
                .filter(lane -> lane.kind() == LaneKind.PROJECT)
                .forEach(lane -> projects.put(lane.tag(), lane));
    }

    private static Map<Long, List<LaneRule>> byTenant(List<LaneRule> lanes) {
        Map<Long, List<LaneRule>> index = new HashMap<>();
        for (LaneRule lane : lanes) {
            List<LaneRule> alone = List.of(lane);
            lane.tenants().forEach(tenant -> index.merge(tenant, alone, LaneDecider::joined));
        }
        return index;
    }

    private static List<LaneRule> joined(List<LaneRule> some, List<LaneRule> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    public LaneRules rules() {
        return rules;
    }

    public Decision decide(long tenant) {
        return decide(tenant, null);
    }

    /**
     * @param session the lane that a verified session key of a developer names, or null. Only a project's lane is entered
     *     this way; for any other the key says nothing
     */
    public Decision decide(long tenant, LaneTag session) {
        if (rules.killed()) {
            return new Decision(null, Reason.KILL_SWITCH);
        }
        if (session != null && projects.containsKey(session)) {
            return new Decision(session, Reason.SESSION_KEY);
        }
        Instant now = clock.instant();
        for (LaneRule lane : named.getOrDefault(tenant, List.of())) {
            if (lane.window().contains(now) && !lane.denied().contains(tenant)) {
                return new Decision(lane.tag(), Reason.TENANT_LIST);
            }
        }
        boolean denied = false;
        for (LaneRule lane : draws.of(tenant)) {
            if (lane.window().contains(now)) {
                if (!lane.denied().contains(tenant)) {
                    return new Decision(lane.tag(), Reason.PERCENTAGE);
                }
                denied = true;
            }
        }
        return new Decision(null, denied ? Reason.DENIED : Reason.NO_RULE);
    }
}
