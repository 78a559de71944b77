package dev.abacus.lane.obey;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneDecider;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The rules in force in this process. Read without locks; replaced as a whole, and never by older ones. */
public final class ActiveRules {

    /** @param provisional from disk: whatever is published replaces it */
    private record Compiled(LaneDecider decider, Map<LaneTag, LaneRule> byTag, boolean provisional) {}

    private final InstantSource clock;
    private final List<Consumer<LaneRules>> listeners = new CopyOnWriteArrayList<>();
    private volatile Compiled current;

    public ActiveRules(InstantSource clock) {
        this.clock = clock;
        this.current = compile(LaneRules.none(), true);
    }

    /** Begins with rules from an earlier run, until somebody publishes any. */
    void begin(LaneRules rules) {
        synchronized (this) {
            if (current.provisional()) {
                current = compile(rules, true);
            }
        }
    }

    /** Puts published {@code rules} in force; answers false when they are older than those in force, or the same. */
    public boolean accept(LaneRules rules) {
        synchronized (this) {
            if (!current.provisional() && rules.version() <= version()) {
                return false;
            }
            current = compile(rules, false);
        }
        listeners.forEach(listener -> listener.accept(rules));
        return true;
    }

    private Compiled compile(LaneRules rules, boolean provisional) {
        Map<LaneTag, LaneRule> byTag = new HashMap<>();
        rules.lanes().forEach(lane -> byTag.put(lane.tag(), lane));
        return new Compiled(new LaneDecider(rules, clock), Map.copyOf(byTag), provisional);
    }

    public LaneDecider decider() {
        return current.decider();
    }

    public LaneRules rules() {
        return current.decider().rules();
    }

    public long version() {
        return rules().version();
    }

    public Optional<LaneRule> find(LaneTag tag) {
        return Optional.ofNullable(current.byTag().get(tag));
    }

    /** Whether something may still be tagged with {@code tag}: not once its lane drains, or everything is switched off. */
    public boolean mayTag(LaneTag tag) {
        Compiled now = current;
        LaneRule lane = now.byTag().get(tag);
        return lane != null && lane.routable() && !now.decider().rules().killed();
    }

    /**
     * Whether work with this tag may still come from somewhere. Before any rules are published no lane is known to be over:
     * those from an earlier run may be older than the lane.
     */
    public boolean living(LaneTag tag) {
        Compiled now = current;
        LaneRule lane = now.byTag().get(tag);
        return now.provisional() || lane != null && lane.state() != LaneState.RETIRED;
    }

    /** Told of each new set of rules, on the thread that brings them. */
    public void whenChanged(Consumer<LaneRules> listener) {
        listeners.add(listener);
    }
}
