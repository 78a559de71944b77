package dev.abacus.gateway.frontend;

import dev.abacus.kernel.problem.Problems;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.rules.LaneRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which build the current request's tenant gets: that of the lane on which the request was put, else the baseline's. */
@Component
public final class FrontEnd {

    private final Builds builds;
    private final ActiveRules rules;
    private final Problems problems;
    private final MeterRegistry meters;

    FrontEnd(Builds builds, ActiveRules rules, Problems problems, MeterRegistry meters) {
        this.builds = builds;
        this.rules = rules;
        this.problems = problems;
        this.meters = meters;
    }

    /** Makes the filter that sends pages away that nobody behind us understands any more. */
    public UpgradeFilter upgrades() {
        return new UpgradeFilter(builds, this, problems, meters);
    }

    Build current() {
        return LaneContext.current().flatMap(rules::find).flatMap(this::of).orElseGet(builds::baseline);
    }

    private Optional<Build> of(LaneRule lane) {
        if (lane.frontEnd() == null) {
            return Optional.empty();
        }
        Optional<Build> build = builds.find(lane.frontEnd());
        if (build.isEmpty()) {
            meters.counter("gateway.front.end.unknown", "lane", lane.tag().toString())
                    .increment();
        }
        return build;
    }
}
