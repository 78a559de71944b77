package dev.abacus.sql.review;

/** What a finding means for the release. */
public enum Level {
    /** Does not run. */
    ERROR,
    /** Runs when somebody other than the author has approved of this very text. */
    APPROVAL,
    /** Runs; the author should know. */
    WARNING
}
