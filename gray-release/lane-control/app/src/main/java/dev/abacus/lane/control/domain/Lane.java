package dev.abacus.lane.control.domain;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneRule;
import dev.abacus.lane.rules.LaneState;
import java.time.Instant;

/**
 * One generation of a lane. It goes PREPARING, ROUTABLE, DRAINING, RETIRED, never back, and may be ended before it was
 * ever routable. Immutable: each change is another lane with the next version.
 */
public record Lane(LaneTag tag, LaneKind kind, Settings settings, Stage stage, Instant createdAt, int version) {

    public Lane {
        if (kind == LaneKind.PROJECT && settings.basisPoints() > 0) {
            throw Refusals.projectTakesNoPercentage();
        }
        if (settings.basisPoints() < 0 || settings.basisPoints() > LaneRule.EVERYBODY) {
            throw Refusals.percentageOutOfRange();
        }
        if (kind == LaneKind.GRAY && settings.services().isEmpty()) {
            throw Refusals.nothingChanged();
        }
    }

    public static Lane create(LaneTag tag, LaneKind kind, Settings settings, String reason, Instant now) {
        return new Lane(tag, kind, settings, Stage.preparing(now, reason), now, 1);
    }

    public LaneState state() {
        return stage.state();
    }

    public boolean is(DrainStep step) {
        return stage.step() == step;
    }

    public boolean retired() {
        return state() == LaneState.RETIRED;
    }

    /** Whether its groups take part in the handing over of work: not once everything is consumed. */
    public boolean hasOwners() {
        return !retired() && !is(DrainStep.CLOSING);
    }

    /** Whether processes may be members of it. */
    public boolean admits() {
        return hasOwners();
    }

    /** As everybody else needs to know it. */
    public LaneRule rule() {
        return new LaneRule(
                tag,
                kind,
                state(),
                settings.strict(),
                settings.services(),
                settings.tenants(),
                settings.denied(),
                settings.basisPoints(),
                settings.window(),
                settings.frontEnd());
    }

    /** @throws dev.abacus.kernel.domain.DomainException {@code lane-state} when it is being ended */
    public Lane with(Settings other) {
        refuseUnless(state() == LaneState.PREPARING || state() == LaneState.ROUTABLE);
        return new Lane(tag, kind, other, stage, createdAt, version + 1);
    }

    public Lane routable(String reason, Instant now) {
        refuseUnless(state() == LaneState.PREPARING);
        return at(stage.routable(now, reason));
    }

    /** @param ruleVersion the rules that say so first */
    public Lane drain(String reason, long ruleVersion, Instant now) {
        refuseUnless(state() == LaneState.PREPARING || state() == LaneState.ROUTABLE);
        return at(stage.draining(now, reason, ruleVersion));
    }

    public Lane barrierTaken(Instant now) {
        refuseUnless(is(DrainStep.ACKNOWLEDGING));
        return at(stage.at(DrainStep.FINISHING, now));
    }

    public Lane finished(Instant now) {
        refuseUnless(is(DrainStep.FINISHING));
        return at(stage.at(DrainStep.CLOSING, now));
    }

    public Lane retire(Instant now) {
        refuseUnless(is(DrainStep.CLOSING));
        return at(stage.retired(now));
    }

    private Lane at(Stage next) {
        return new Lane(tag, kind, settings, next, createdAt, version + 1);
    }

    private void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Refusals.wrongState(tag, state());
        }
    }
}
