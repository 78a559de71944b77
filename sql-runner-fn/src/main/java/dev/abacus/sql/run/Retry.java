package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** Tries again what a lock kept from running, after pauses that differ from runner to runner. */
final class Retry {

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int LONGEST = 20;

    private final Target target;
    private final RunSettings settings;
    private final Progress progress;
    private final Cancellation cancellation;

    Retry(Target target, RunSettings settings, Progress progress, Cancellation cancellation) {
        this.target = target;
        this.settings = settings;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    interface Attempt<T> {
        /** Leaves nothing behind when it throws what a lock is the cause of. */
        T run() throws SQLException, StatementFailed;
    }

    /** @throws SQLException the last one, when there were attempts enough */
    <T> T during(Statement statement, Attempt<T> attempt) throws SQLException, StatementFailed, Stopped {
        for (int number = 1; ; number++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if (!isLock(e) || number >= settings.attempts()) {
                    throw e;
                }
                progress.note(
                        target.name(),
                        statement.place() + " waits for a lock (attempt " + number + " of " + settings.attempts()
                                + ")");
            }
            pause(number);
        }
    }

    static boolean isLock(SQLException e) {
        return e.getErrorCode() == LOCK_WAIT_TIMEOUT || e.getErrorCode() == DEADLOCK;
    }

    /** Between half and one and a half times what it would be, so that runners that met once do not meet again. */
    private void pause(int number) throws Stopped {
        if (cancellation.requested()) {
            throw new Stopped();
        }
        long millis = settings.pause().toMillis() * Math.min(LONGEST, 1L << Math.min(number - 1, 10));
        sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1));
    }

    static void sleep(long millis) throws Stopped {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }
}
