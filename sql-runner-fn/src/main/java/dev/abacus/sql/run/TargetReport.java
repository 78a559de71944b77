package dev.abacus.sql.run;

import java.time.Duration;

/**
 * What came of the work on a target.
 *
 * @param ran statements that ran this time
 * @param skipped statements that had run before
 * @param rows changed this time
 * @param message why it is not done; empty when it is
 * @param passing whether what stood in the way is no fault of the release's: a lock, or a server that is away
 */
public record TargetReport(
        String target,
        Outcome outcome,
        int ran,
        int skipped,
        long rows,
        Duration took,
        String message,
        boolean passing) {

    public enum Outcome {
        DONE,
        FAILED,
        /** It was asked to, and can go on where it is. */
        STOPPED,
        /** Somebody else works on it, or took it over. */
        BUSY
    }

    public boolean isDone() {
        return outcome == Outcome.DONE;
    }
}
