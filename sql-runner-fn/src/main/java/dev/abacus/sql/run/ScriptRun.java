package dev.abacus.sql.run;

import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** One script on one target: what has not run yet, in its order. */
final class ScriptRun {

    private static final int MOST_TOGETHER = 50;

    private final Connection connection;
    private final Target target;
    private final Ledger ledger;
    private final RunSettings settings;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Retry retry;
    private final StructureRun structure;

    ScriptRun(
            Connection connection,
            Target target,
            Ledger ledger,
            RunSettings settings,
            Progress progress,
            Cancellation cancellation) {
        this.connection = connection;
        this.target = target;
        this.ledger = ledger;
        this.settings = settings;
        this.progress = progress;
        this.cancellation = cancellation;
        this.retry = new Retry(target, settings, progress, cancellation);
        this.structure = new StructureRun(connection, target, ledger, retry, settings, progress);
    }

    /**
     * @param chunks whether UPDATEs and DELETEs run in small transactions
     * @param change how rows are changed
     */
    void run(boolean chunks, List<Statement> statements, RowChange change)
            throws SQLException, StatementFailed, Stopped {
        // a session's variables are gone with the session
        List<Statement> left = statements.stream()
                .filter(statement -> !ledger.isDone(statement) || kind(statement) == StatementKind.SETTING)
                .toList();
        while (left.stream().anyMatch(statement -> !ledger.isDone(statement))) {
            if (cancellation.requested()) {
                throw new Stopped();
            }
            left = left.subList(step(chunks, left, change), left.size());
        }
        ledger.flush();
    }

    /** How many statements it was about. */
    private int step(boolean chunks, List<Statement> left, RowChange change)
            throws SQLException, StatementFailed, Stopped {
        Statement first = left.getFirst();
        StatementKind kind = kind(first);
        if (kind == StatementKind.STRUCTURE) {
            int together = together(left);
            structure.run(left.subList(0, together));
            return together;
        }
        ledger.flush();
        if (kind == StatementKind.TRANSACTION) {
            throw new StatementFailed(first, "the runner begins and ends transactions");
        }
        if (kind == StatementKind.OTHER) {
            opaque(first);
            return 1;
        }
        if (isChunked(chunks, first)) {
            new ChunkRun(connection, target, ledger, change, retry, settings, progress, cancellation).run(first);
            return 1;
        }
        int together = leading(left, statement -> isInTransaction(statement) && !isChunked(chunks, statement));
        return new RowsRun(connection, target, ledger, change, retry, settings, progress)
                .run(left.subList(0, together));
    }

    /** A call may commit by itself, so that it is recorded before; should it be cut off, somebody has to look. */
    private void opaque(Statement statement) throws SQLException, StatementFailed {
        ledger.write(LedgerEntry.started(statement));
        long begin = System.nanoTime();
        try {
            long rows = Sql.execute(connection, target.fill(statement).text());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            ledger.write(LedgerEntry.done(statement, rows, took));
            progress.statementDone(target.name(), statement.place(), rows, took);
        } catch (SQLException e) {
            if (connection.isValid(1)) {
                ledger.write(LedgerEntry.failed(statement, Duration.ZERO, e.getMessage()));
                throw new StatementFailed(statement, e.getMessage());
            }
            throw e;
        }
    }

    private static boolean isChunked(boolean chunks, Statement statement) {
        Words words = Words.of(statement);
        return chunks && (words.beginWith("UPDATE") || words.beginWith("DELETE"));
    }

    private static boolean isInTransaction(Statement statement) {
        StatementKind kind = kind(statement);
        return kind == StatementKind.ROWS || kind == StatementKind.READ || kind == StatementKind.SETTING;
    }

    /** As many changes as are each about a table that no other of them is about: then each is told by its own. */
    private static int together(List<Statement> statements) {
        Set<String> tables = new HashSet<>();
        int together = 0;
        for (Statement statement : statements.subList(0, Math.min(MOST_TOGETHER, statements.size()))) {
            Words words = Words.of(statement);
            boolean plain = words.beginWith("CREATE", "TABLE")
                    || words.beginWith("CREATE", "INDEX")
                    || words.beginWith("ALTER", "TABLE") && !words.have("RENAME");
            if (!plain || !tables.add(Subject.of(words).names().getFirst().toLowerCase(Locale.ROOT))) {
                break;
            }
            together++;
        }
        return Math.max(1, together);
    }

    private static int leading(List<Statement> statements, Predicate<Statement> kind) {
        return (int) statements.stream().takeWhile(kind).count();
    }

    static StatementKind kind(Statement statement) {
        return StatementKind.of(Words.of(statement));
    }
}
