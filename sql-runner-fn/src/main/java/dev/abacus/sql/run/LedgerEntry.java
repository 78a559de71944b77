package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import java.time.Duration;

/**
 * A statement's line in the ledger.
 *
 * @param print what the dictionary said of its subject before; null when there was none, or nothing to say
 * @param checkpoint the last key of a chunked statement's rows that are done; null at its beginning
 * @param message why it failed; null otherwise
 */
record LedgerEntry(
        String script,
        int statement,
        String checksum,
        State state,
        long rows,
        Duration took,
        String print,
        String checkpoint,
        String message) {

    enum State {
        /** It may run at this moment, or have run, or not. */
        STARTED,
        DONE,
        FAILED,
        /** Taken back. */
        UNDONE
    }

    static LedgerEntry started(Statement statement) {
        return of(statement, State.STARTED, 0, Duration.ZERO, null, null);
    }

    static LedgerEntry done(Statement statement, long rows, Duration took) {
        return of(statement, State.DONE, rows, took, null, null);
    }

    static LedgerEntry failed(Statement statement, Duration took, String message) {
        return of(statement, State.FAILED, 0, took, null, message);
    }

    static LedgerEntry upTo(Statement statement, String checkpoint, long rows, Duration took) {
        return of(statement, State.STARTED, rows, took, checkpoint, null);
    }

    private static LedgerEntry of(
            Statement statement, State state, long rows, Duration took, String checkpoint, String message) {
        return new LedgerEntry(
                statement.script(),
                statement.number(),
                statement.checksum(),
                state,
                rows,
                took,
                null,
                checkpoint,
                message == null || message.length() <= 500 ? message : message.substring(0, 500));
    }

    boolean isOf(Statement other) {
        return checksum.equals(other.checksum());
    }
}
