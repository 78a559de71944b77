package dev.abacus.sql.drive;

/** Where a target stands in a release. */
public enum TargetState {
    WAITING,
    DONE,
    FAILED,
    UNDONE
}
