package dev.abacus.bench.lanes;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.Decision;
import dev.abacus.lane.rules.LaneDecider;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.rules.TenantIds;
import dev.abacus.lane.rules.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The gateway's decision among fifty lanes, each with 2,000 tenants by name and one percent of all the others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {

    static final int LANES = 50;
    static final int TENANTS = 100_000;
    private static final int NAMED = TENANTS / LANES;
    private static final long FIRST = 911_780_140_087_579_868L;

    private final LaneRules rules = rules();
    private final LaneDecider decider = new LaneDecider(rules, InstantSource.system());
    private long next;

    private static LaneRules rules() {
        List<LaneRule> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            long first = FIRST + (long) lane * NAMED;
            lanes.add(new LaneRule(
                    new LaneTag("lane-" + lane, 1),
                    LaneKind.GRAY,
                    LaneState.ROUTABLE,
                    false,
                    Set.of("trade-service"),
                    TenantIds.of(LongStream.range(first, first + NAMED).toArray()),
                    TenantIds.none(),
                    100,
                    Window.ALWAYS,
                    null));
        }
        return new LaneRules(1, Instant.now(), false, null, lanes);
    }

    @Benchmark
    public Decision named() {
        return decider.decide(FIRST + next++ % TENANTS);
    }

    /** A few thousand tenants that no list names, again and again, as a gateway sees them. */
    @Benchmark
    public Decision drawn() {
        return decider.decide(FIRST + TENANTS + next++ % 4_000);
    }

    /** Each tenant for the first time since the rules were published. */
    @Benchmark
    public Decision drawnForTheFirstTime() {
        return decider.decide(FIRST + TENANTS + next++);
    }

    /** What new rules cost each gateway once. */
    @Benchmark
    public LaneDecider compiled() {
        return new LaneDecider(rules, InstantSource.system());
    }
}
