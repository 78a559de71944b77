package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import java.sql.SQLException;

/** A statement that did not run; what came before it in its transaction is kept. */
final class StatementFailed extends Exception {

    private final boolean passing;

    StatementFailed(String reason) {
        this(reason, false);
    }

    StatementFailed(String reason, boolean passing) {
        super(reason);
        this.passing = passing;
    }

    StatementFailed(Statement statement, String reason) {
        this(statement, reason, null);
    }

    /** @param cause null when it was not the database that refused */
    StatementFailed(Statement statement, String reason, SQLException cause) {
        this(
                statement.place() + ": " + reason + "\n        " + statement.beginning(),
                cause != null && Retry.isLock(cause));
    }

    /** Whether it was somebody else's lock, which will be gone some time. */
    boolean passing() {
        return passing;
    }
}
