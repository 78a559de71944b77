package dev.abacus.lane.obey;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Rules in force, for tests. */
public final class Rules {

    public static final LaneTag SPRING = LaneTag.parse("spring-3");
    public static final LaneTag AUTUMN = LaneTag.parse("autumn-1");

    private Rules() {}

    public static LaneRule lane(LaneTag tag, LaneState state, boolean strict, String... services) {
        return new LaneRule(
                tag,
                LaneKind.GRAY,
                state,
                strict,
                Set.of(services),
                TenantIds.none(),
                TenantIds.none(),
                0,
                Window.ALWAYS,
                null);
    }

    public static LaneRules of(long version, LaneRule... lanes) {
        return new LaneRules(version, Instant.EPOCH, false, null, List.of(lanes));
    }

    public static ActiveRules active(LaneRule... lanes) {
        var active = new ActiveRules(() -> Instant.EPOCH);
        active.accept(of(1, lanes));
        return active;
    }
}
