package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes of structure: recorded as begun, run, recorded as done. */
final class StructureRun {

    private static final int NOT_SUPPORTED = 1845;
    private static final int NOT_SUPPORTED_BECAUSE = 1846;
    private static final List<String> WITHOUT_COPYING = List.of("INSTANT", "NOCOPY");
    private static final long SMALL = 16L << 20;

    private final Connection connection;
    private final Target target;
    private final Ledger ledger;
    private final Retry retry;
    private final RunSettings settings;
    private final Progress progress;

    StructureRun(
            Connection connection, Target target, Ledger ledger, Retry retry, RunSettings settings, Progress progress) {
        this.connection = connection;
        this.target = target;
        this.ledger = ledger;
        this.retry = retry;
        this.settings = settings;
        this.progress = progress;
    }

    /** @param statements more than one when each has a table of its own: then they are recorded together */
    void run(List<Statement> statements) throws SQLException, StatementFailed, Stopped {
        ledger.write(
                statements.stream().map(LedgerEntry::started).toList(),
                statements.stream().map(this::print).toList());
        List<LedgerEntry> done = new ArrayList<>();
        for (Statement statement : statements) {
            long begin = System.nanoTime();
            try {
                retry.during(statement, () -> execute(target.fill(statement)));
            } catch (SQLException | StatementFailed e) {
                failed(statements, done, statement, e);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            done.add(LedgerEntry.done(statement, 0, took));
            progress.statementDone(target.name(), statement.place(), 0, took);
        }
        done.forEach(ledger::writeLater);
    }

    private void failed(List<Statement> statements, List<LedgerEntry> done, Statement statement, Exception e)
            throws SQLException, StatementFailed {
        if (!connection.isValid(1)) {
            throw new SQLException("the connection is gone: " + e.getMessage(), TargetSession.NO_CONNECTION, e);
        }
        List<LedgerEntry> lines = new ArrayList<>(done);
        lines.add(LedgerEntry.failed(statement, Duration.ZERO, e.getMessage()));
        ledger.write(lines);
        ledger.forget(statements.subList(lines.size(), statements.size()));
        if (e instanceof SQLException refusal) {
            throw new StatementFailed(statement, reason(refusal), refusal);
        }
        throw (StatementFailed) e;
    }

    private String reason(SQLException e) {
        return Retry.isLock(e)
                ? "its table was locked in each of " + settings.attempts()
                        + " attempts; is there a transaction that does not end? " + e.getMessage()
                : e.getMessage();
    }

    String print(Statement statement) {
        return Fingerprint.of(Words.of(target.fill(statement)), target.schema());
    }

    private Void execute(Statement statement) throws SQLException, StatementFailed {
        if (leavesTheAlgorithmToUs(Words.of(statement))) {
            alter(statement);
        } else {
            Sql.execute(connection, statement.text());
        }
        return null;
    }

    /** A clause of ours can be added to nearly every ALTER TABLE; partitions have a grammar of their own. */
    private static boolean leavesTheAlgorithmToUs(Words words) {
        return words.beginWith("ALTER")
                && words.indexOf("TABLE") == 1
                && !words.have("ALGORITHM")
                && !words.have("PARTITION")
                && !words.have("PARTITIONING")
                && !words.have("TABLESPACE");
    }

    private void alter(Statement statement) throws SQLException, StatementFailed {
        SQLException refusal = null;
        for (String algorithm : WITHOUT_COPYING) {
            try {
                // on a line of its own: the statement may end in a comment
                Sql.execute(connection, statement.text() + "\n, ALGORITHM=" + algorithm);
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != NOT_SUPPORTED && e.getErrorCode() != NOT_SUPPORTED_BECAUSE) {
                    throw e;
                }
                refusal = e;
            }
        }
        if (!settings.copying() && bytes(statement) > SMALL) {
            throw new StatementFailed(
                    statement,
                    "it rebuilds a table of " + (bytes(statement) >> 20) + " MB, which nobody approved of ("
                            + refusal.getMessage() + ")");
        }
        progress.note(target.name(), statement.place() + " rebuilds its table");
        Sql.execute(connection, statement.text());
    }

    private long bytes(Statement statement) throws SQLException {
        String table = Subject.of(Words.of(statement)).names().getFirst();
        List<String> size = Sql.row(
                connection,
                "SELECT DATA_LENGTH + INDEX_LENGTH FROM information_schema.TABLES WHERE TABLE_SCHEMA = "
                        + Sql.literal(target.schema()) + " AND TABLE_NAME = " + Sql.literal(table));
        return size == null || size.getFirst() == null ? 0 : Long.parseLong(size.getFirst());
    }
}
