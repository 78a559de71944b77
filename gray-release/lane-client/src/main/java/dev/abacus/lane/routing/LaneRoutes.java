package dev.abacus.lane.routing;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.routing.Route.Outcome;
import dev.abacus.lane.rules.LaneRule;
import java.util.List;
import java.util.Optional;
import org.springframework.cloud.client.ServiceInstance;

/**
 * Lane, then baseline, then nobody. An instance that answers with an error is there: what it answers is the answer, and no
 * reason to ask elsewhere.
 */
final class LaneRoutes {

    private final ActiveRules rules;

    LaneRoutes(ActiveRules rules) {
        this.rules = rules;
    }

    /** @param lane the call's; null for none */
    Route route(String service, LaneTag lane, Serving serving) {
        if (lane == null) {
            return new Route(serving.baseline(), Outcome.BASELINE);
        }
        List<ServiceInstance> own = serving.on(lane);
        if (!own.isEmpty()) {
            return new Route(own, Outcome.LANE);
        }
        Optional<LaneRule> rule = rules.find(lane);
        if (rule.isEmpty()) {
            return new Route(serving.baseline(), Outcome.NO_SUCH_LANE);
        }
        if (!rule.get().has(service)) {
            return new Route(serving.baseline(), Outcome.NOT_IN_LANE);
        }
        if (rule.get().strict()) {
            return new Route(List.of(), Outcome.STRICT);
        }
        return new Route(serving.baseline(), Outcome.FELL_BACK);
    }
}
