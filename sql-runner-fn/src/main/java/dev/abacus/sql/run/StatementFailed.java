package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;

/** A statement that did not run; what came before it in its transaction is kept. */
final class StatementFailed extends Exception {

    StatementFailed(String reason) {
        super(reason);
    }

    StatementFailed(Statement statement, String reason) {
        super(statement.place() + ": " + reason + "\n        " + statement.beginning());
    }
}
