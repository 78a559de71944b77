package dev.abacus.bench.lanes;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Fifty lanes, each with 2,000 tenants by name and one percent of all the others. */
final class FiftyLanes {

    static final int LANES = 50;
    static final int TENANTS = 100_000;
    static final int NAMED = TENANTS / LANES;

    /** The lane that the first tenants are on. */
    static final LaneTag FIRST_LANE = new LaneTag("lane-0", 1);

    private static final long FIRST = 911_780_140_087_579_868L;

    private FiftyLanes() {}

    /** The tenants that lists name come first, lane by lane; then those that none names. */
    static long tenant(long number) {
        return FIRST + number;
    }

    /** @param services what the first lane changes; the others change what nobody here calls */
    static LaneRules rules(Set<String> services) {
        List<LaneRule> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            long first = tenant((long) lane * NAMED);
            lanes.add(new LaneRule(
                    new LaneTag("lane-" + lane, 1),
                    LaneKind.GRAY,
                    LaneState.ROUTABLE,
                    false,
                    lane == 0 ? services : Set.of("another-service"),
                    TenantIds.of(LongStream.range(first, first + NAMED).toArray()),
                    TenantIds.none(),
                    100,
                    Window.ALWAYS,
                    null));
        }
        return new LaneRules(1, Instant.now(), false, null, lanes);
    }
}
