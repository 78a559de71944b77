package dev.abacus.lane.control.application;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.control.api.DecisionView;
import dev.abacus.lane.control.api.DecisionView.LaneSays;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Settings;
import dev.abacus.lane.rules.LaneDecider;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says where a tenant is and why, by the very code that gateways decide with. */
@Component
public class ExplainingDecisions {

    private final ControlRoom room;
    private final Clock clock;

    ExplainingDecisions(ControlRoom room, Clock clock) {
        this.room = room;
        this.clock = clock;
    }

    public DecisionView explain(TenantId tenant) {
        Board board = room.board();
        var decision = new LaneDecider(board.rules(), clock).decide(tenant.value());
        return new DecisionView(
                tenant,
                decision.lane(),
                decision.reason().name(),
                board.version(),
                board.lanes().values().stream()
                        .map(lane -> says(lane, tenant.value()))
                        .toList());
    }

    private LaneSays says(Lane lane, long tenant) {
        Settings settings = lane.settings();
        return new LaneSays(
                lane.tag(),
                lane.state().name(),
                settings.tenants().contains(tenant),
                settings.denied().contains(tenant),
                draws(lane, tenant),
                settings.window().contains(clock.instant()));
    }

    /** The lane's percentage alone, without its lists, its window and the other lanes. */
    private boolean draws(Lane lane, long tenant) {
        if (lane.kind() == LaneKind.PROJECT) {
            return false;
        }
        var alone = new LaneRule(
                lane.tag(),
                lane.kind(),
                LaneState.ROUTABLE,
                false,
                Set.of(),
                TenantIds.none(),
                TenantIds.none(),
                lane.settings().basisPoints(),
                Window.ALWAYS,
                null);
        var rules = new LaneRules(1, Instant.EPOCH, false, null, List.of(alone));
        return new LaneDecider(rules, clock).decide(tenant).lane() != null;
    }
}
