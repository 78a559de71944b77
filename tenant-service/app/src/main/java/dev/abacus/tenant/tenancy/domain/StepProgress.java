package dev.abacus.tenant.tenancy.domain;

import dev.abacus.tenant.api.OnboardingStepView.State;
import java.time.Instant;

/** How far one step of a tenant's set-up is. */
public record StepProgress(
        String step, State state, int attempts, Instant startedAt, Instant finishedAt, String error) {

    private static final int MAX_ERROR = 500;

    static StepProgress waiting(String step) {
        return new StepProgress(step, State.WAITING, 0, null, null, null);
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    /** Begun, for the first time or again after it failed or its process died. */
    public StepProgress begin(Instant now) {
        return new StepProgress(step, State.RUNNING, attempts + 1, now, null, null);
    }

    public StepProgress done(Instant now) {
        return new StepProgress(step, State.DONE, attempts, startedAt, now, null);
    }

    public StepProgress failed(String cause, Instant now) {
        String told = cause.length() <= MAX_ERROR ? cause : cause.substring(0, MAX_ERROR);
        return new StepProgress(step, State.FAILED, attempts, startedAt, now, told);
    }
}
