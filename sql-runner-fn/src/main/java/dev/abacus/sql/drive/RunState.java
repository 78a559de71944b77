package dev.abacus.sql.drive;

import java.util.EnumSet;
import java.util.Set;

/** Where a release stands. */
public enum RunState {
    SUBMITTED,
    RUNNING,
    PAUSED,
    FAILED,
    /** Given up; it can be taken back. */
    ABORTED,
    DONE,
    /** Being taken back, or cut off meanwhile. */
    TAKING_BACK,
    TAKEN_BACK,
    /** It stays: what would take it back is gone. */
    SETTLED;

    /** Whether somebody may begin or go on with it. */
    public boolean mayRun() {
        return mayBecome(RUNNING);
    }

    public boolean mayBecome(RunState other) {
        return other.from().contains(this);
    }

    /** Where a release stands that somebody drove in this state and left half-way. */
    public RunState interrupted() {
        return this == RUNNING ? PAUSED : this;
    }

    /** From where an operator may ask for this state. */
    Set<RunState> from() {
        return switch (this) {
            case PAUSED -> EnumSet.of(SUBMITTED, RUNNING);
            case ABORTED -> EnumSet.of(SUBMITTED, RUNNING, PAUSED, FAILED);
            case RUNNING -> EnumSet.of(SUBMITTED, RUNNING, PAUSED, FAILED);
            case TAKING_BACK -> EnumSet.of(PAUSED, FAILED, ABORTED, DONE, TAKING_BACK);
            case TAKEN_BACK -> EnumSet.of(TAKING_BACK);
            case SETTLED -> EnumSet.of(DONE, ABORTED, SETTLED);
            case SUBMITTED, FAILED, DONE -> EnumSet.of(RUNNING);
        };
    }
}
