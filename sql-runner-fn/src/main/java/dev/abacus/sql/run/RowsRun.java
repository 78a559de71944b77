package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Statements that change rows, some of them in one transaction, together with their lines in the ledger. */
final class RowsRun {

    private static final int MOST = 50;

    private final Connection connection;
    private final Target target;
    private final Ledger ledger;
    private final RowChange change;
    private final Retry retry;
    private final RunSettings settings;
    private final Progress progress;
    private Statement current;

    RowsRun(
            Connection connection,
            Target target,
            Ledger ledger,
            RowChange change,
            Retry retry,
            RunSettings settings,
            Progress progress) {
        this.connection = connection;
        this.target = target;
        this.ledger = ledger;
        this.change = change;
        this.retry = retry;
        this.settings = settings;
        this.progress = progress;
    }

    /** How many of them it ran; the rest is for another transaction. */
    int run(List<Statement> statements) throws SQLException, StatementFailed, Stopped {
        List<Statement> some = statements.subList(0, Math.min(MOST, statements.size()));
        for (Statement statement : some) {
            change.prepare(target.fill(statement));
        }
        current = some.getFirst();
        try {
            List<LedgerEntry> done = retry.during(current, () -> transaction(some));
            for (LedgerEntry entry : done) {
                progress.statementDone(
                        target.name(), entry.script() + " #" + entry.statement(), entry.rows(), entry.took());
            }
            return done.size();
        } catch (SQLException e) {
            if (Retry.isLock(e)) {
                ledger.write(LedgerEntry.failed(current, Duration.ZERO, e.getMessage()));
                throw new StatementFailed(current, "a lock was not granted: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private List<LedgerEntry> transaction(List<Statement> statements) throws SQLException, StatementFailed {
        connection.setAutoCommit(false);
        try {
            List<LedgerEntry> lines = new ArrayList<>();
            long begin = System.nanoTime();
            for (Statement statement : statements) {
                current = statement;
                lines.add(run(statement, lines));
                if (System.nanoTime() - begin > settings.chunk().toNanos()) {
                    break;
                }
            }
            ledger.write(lines);
            connection.commit();
            return lines;
        } finally {
            end();
        }
    }

    /** One that fails takes back itself only: what came before it is kept, and recorded together with the failure. */
    private LedgerEntry run(Statement statement, List<LedgerEntry> before) throws SQLException, StatementFailed {
        long begin = System.nanoTime();
        try {
            long rows = change.run(target.fill(statement));
            return LedgerEntry.done(statement, rows, Duration.ofNanos(System.nanoTime() - begin));
        } catch (SQLException e) {
            if (Retry.isLock(e) || !connection.isValid(1)) {
                throw e;
            }
            List<LedgerEntry> lines = new ArrayList<>(before);
            lines.add(LedgerEntry.failed(statement, Duration.ofNanos(System.nanoTime() - begin), e.getMessage()));
            ledger.write(lines);
            connection.commit();
            throw new StatementFailed(statement, e.getMessage());
        }
    }

    /** Takes back what was not committed. A connection that is gone has done so itself. */
    private void end() throws SQLException {
        if (connection.isValid(1)) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
