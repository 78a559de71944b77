package dev.abacus.tenant.api;

import java.time.Instant;

/**
 * One step of a tenant's set-up.
 *
 * @param attempts how often it was begun
 * @param error the cause of the last failure, {@code null} when there is none
 */
public record OnboardingStepView(
        String step, State state, int attempts, Instant startedAt, Instant finishedAt, String error) {

    /** How far a step is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }
}
