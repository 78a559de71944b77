package dev.abacus.lane.rules;

import dev.abacus.lane.LaneTag;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Lanes for tests. */
final class LaneMother {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final LaneTag SPRING = new LaneTag("spring", 3);
    static final LaneTag AUTUMN = new LaneTag("autumn", 1);

    private LaneMother() {}

    static LaneRule named(LaneTag tag, long... tenants) {
        return lane(tag, LaneKind.GRAY, LaneState.ROUTABLE, TenantIds.of(tenants), TenantIds.none(), 0, Window.ALWAYS);
    }

    static LaneRule drawing(LaneTag tag, int basisPoints) {
        return lane(tag, LaneKind.GRAY, LaneState.ROUTABLE, TenantIds.none(), TenantIds.none(), basisPoints, null);
    }

    static LaneRule project(LaneTag tag) {
        return lane(tag, LaneKind.PROJECT, LaneState.ROUTABLE, TenantIds.none(), TenantIds.none(), 0, Window.ALWAYS);
    }

    static LaneRule lane(
            LaneTag tag,
            LaneKind kind,
            LaneState state,
            TenantIds tenants,
            TenantIds denied,
            int basisPoints,
            Window window) {
        return new LaneRule(
                tag, kind, state, false, Set.of("trade-service"), tenants, denied, basisPoints, window, null);
    }

    static LaneRules rules(LaneRule... lanes) {
        return new LaneRules(7, NOW, false, null, List.of(lanes));
    }

    static LaneDecider deciding(LaneRule... lanes) {
        return new LaneDecider(rules(lanes), () -> NOW);
    }
}
