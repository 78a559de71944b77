package dev.abacus.lane.control.domain;

import dev.abacus.lane.rules.LaneState;
import java.time.Instant;

/**
 * Where a lane is in its life.
 *
 * @param step null unless it drains
 * @param since when it came there
 * @param reason why it came there
 * @param drainVersion the rules that say that it drains; 0 before
 */
public record Stage(LaneState state, DrainStep step, Instant since, String reason, long drainVersion) {

    static Stage preparing(Instant now, String reason) {
        return new Stage(LaneState.PREPARING, null, now, reason, 0);
    }

    Stage routable(Instant now, String reason) {
        return new Stage(LaneState.ROUTABLE, null, now, reason, 0);
    }

    Stage draining(Instant now, String reason, long version) {
        return new Stage(LaneState.DRAINING, DrainStep.ACKNOWLEDGING, now, reason, version);
    }

    Stage at(DrainStep next, Instant now) {
        return new Stage(state, next, now, reason, drainVersion);
    }

    Stage retired(Instant now) {
        return new Stage(LaneState.RETIRED, null, now, reason, drainVersion);
    }

    /** For the audit. */
    public String summary() {
        return step == null ? state.name() : state + "/" + step;
    }
}
