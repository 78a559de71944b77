package dev.abacus.bench.lanes;

import dev.abacus.lane.rules.Decision;
import dev.abacus.lane.rules.LaneDecider;
import dev.abacus.lane.rules.LaneRules;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The gateway's decision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {

    private final LaneRules rules = FiftyLanes.rules(Set.of("trade-service"));
    private final LaneDecider decider = new LaneDecider(rules, InstantSource.system());
    private long next;

    @Benchmark
    public Decision named() {
        return decider.decide(FiftyLanes.tenant(next++ % FiftyLanes.TENANTS));
    }

    /** A few thousand tenants that no list names, again and again, as a gateway sees them. */
    @Benchmark
    public Decision drawn() {
        return decider.decide(FiftyLanes.tenant(FiftyLanes.TENANTS + next++ % 4_000));
    }

    /** Each tenant for the first time since the rules were published. */
    @Benchmark
    public Decision drawnForTheFirstTime() {
        return decider.decide(FiftyLanes.tenant(FiftyLanes.TENANTS + next++));
    }

    /** What new rules cost each gateway once. */
    @Benchmark
    public LaneDecider compiled() {
        return new LaneDecider(rules, InstantSource.system());
    }
}
