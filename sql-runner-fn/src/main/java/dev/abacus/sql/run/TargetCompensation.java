package dev.abacus.sql.run;

import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.run.LedgerEntry.State;
import dev.abacus.sql.split.Splitter;
import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Takes back on one target what a release did there, last things first. May be made again where it was cut off. */
public final class TargetCompensation implements TargetSession.Work {

    private static final int ROWS_A_TIME = 5_000;
    private static final Set<State> TO_UNDO = EnumSet.of(State.DONE, State.STARTED);

    private final Release release;
    private final Target target;
    private final RunSettings settings;
    private final Cancellation cancellation;

    private TargetCompensation(Release release, Target target, RunSettings settings, Cancellation cancellation) {
        this.release = release;
        this.target = target;
        this.settings = settings;
        this.cancellation = cancellation;
    }

    public static TargetReport run(
            Release release, Target target, RunSettings settings, Progress progress, Cancellation cancellation) {
        TargetCompensation compensation = new TargetCompensation(release, target, settings, cancellation);
        return TargetSession.of(target, release.name(), settings, progress, compensation);
    }

    @Override
    public boolean needsAPast() {
        return true;
    }

    @Override
    public boolean isDone(Ledger ledger) throws StatementFailed {
        for (ReleaseScript script : release.scripts()) {
            refuseWhatCannotBeUndone(script, ledger);
        }
        return release.scripts().stream()
                .allMatch(script -> toUndo(script, ledger).isEmpty());
    }

    private static List<Statement> toUndo(ReleaseScript script, Ledger ledger) {
        return script.statements().stream()
                .filter(statement -> ledger.of(statement) != null)
                .filter(statement -> TO_UNDO.contains(ledger.of(statement).state()))
                .toList()
                .reversed();
    }

    /** Before anything is undone: half of a release taken back is worse than all of it left. */
    private static void refuseWhatCannotBeUndone(ReleaseScript script, Ledger ledger) throws StatementFailed {
        for (Statement statement : toUndo(script, ledger)) {
            if (!ledger.of(statement).isOf(statement)) {
                throw new StatementFailed(statement, "it was edited after it had run here");
            }
            if (script.compensation() instanceof Compensation.None && changes(statement)) {
                throw new StatementFailed(statement, "it has run here, and the release does not say how it is undone");
            }
            if (script.compensation() instanceof Compensation.BeforeImage
                    && changes(statement)
                    && ScriptRun.kind(statement) != StatementKind.ROWS) {
                throw new StatementFailed(statement, "images are of rows; this needs a script that undoes it");
            }
        }
    }

    private static boolean changes(Statement statement) {
        StatementKind kind = ScriptRun.kind(statement);
        return kind != StatementKind.READ && kind != StatementKind.SETTING;
    }

    @Override
    public void run(Connection connection, Ledger ledger, Progress progress)
            throws SQLException, StatementFailed, Stopped {
        Reconciliation reconciliation = new Reconciliation(ledger, target, progress);
        for (ReleaseScript script : release.scripts().reversed()) {
            reconciliation.of(script.statements());
            List<Statement> toUndo = toUndo(script, ledger);
            if (toUndo.isEmpty()) {
                continue;
            }
            if (script.compensation() instanceof Compensation.Undo undo) {
                List<Statement> undoing = Splitter.statements(undo.script());
                reconciliation.of(undoing);
                new ScriptRun(connection, target, ledger, settings, progress, cancellation)
                        .run(script.chunks(), undoing, RowChange.plain(connection));
                ledger.write(undone(toUndo, ledger));
            } else if (script.compensation() instanceof Compensation.NotNeeded) {
                ledger.write(undone(toUndo, ledger));
            } else {
                for (Statement statement : toUndo) {
                    restore(connection, ledger, progress, statement);
                }
            }
        }
    }

    private static List<LedgerEntry> undone(List<Statement> statements, Ledger ledger) {
        List<LedgerEntry> undone = new ArrayList<>();
        for (Statement statement : statements) {
            LedgerEntry done = ledger.of(statement);
            undone.add(new LedgerEntry(
                    done.script(),
                    done.statement(),
                    done.checksum(),
                    State.UNDONE,
                    done.rows(),
                    done.took(),
                    null,
                    null,
                    null));
        }
        return undone;
    }

    /** Rows leave the image in the transaction that restores them, so that what is left is what is still to do. */
    private void restore(Connection connection, Ledger ledger, Progress progress, Statement statement)
            throws SQLException, StatementFailed, Stopped {
        if (!changes(statement)) {
            ledger.write(undone(List.of(statement), ledger));
            return;
        }
        long begin = System.nanoTime();
        Retry retry = new Retry(target, settings, progress, cancellation);
        ImagedTable table = ImagedTable.of(connection, target, release.name(), target.fill(statement));
        long rows = 0;
        for (boolean last = false; !last; ) {
            if (cancellation.requested()) {
                throw new Stopped();
            }
            List<String> upTo = Sql.row(connection, bound(table));
            last = upTo == null;
            rows += retry.during(statement, () -> restore(connection, ledger, statement, table, upTo));
        }
        Sql.execute(connection, "DROP TABLE IF EXISTS " + Sql.name(table.image()));
        progress.statementDone(target.name(), statement.place(), rows, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static String bound(ImagedTable table) {
        String keys = table.key().list();
        return "SELECT " + keys + " FROM " + Sql.name(table.image()) + " ORDER BY " + keys + " LIMIT "
                + (ROWS_A_TIME - 1) + ", 1";
    }

    private static long restore(
            Connection connection, Ledger ledger, Statement statement, ImagedTable table, List<String> upTo)
            throws SQLException {
        boolean deleted = Words.of(statement).beginWith("DELETE");
        connection.setAutoCommit(false);
        try {
            for (String sql : table.restore(table.key().range("i", null, upTo), deleted)) {
                Sql.execute(connection, sql);
            }
            long rows = Sql.execute(
                    connection,
                    "DELETE i FROM " + Sql.name(table.image()) + " i WHERE "
                            + table.key().range("i", null, upTo));
            // also when nothing in it changes: the write is what a runner without the lease does not get past
            ledger.write(upTo == null ? undone(List.of(statement), ledger) : List.of(ledger.of(statement)));
            connection.commit();
            return rows;
        } finally {
            if (connection.isValid(1)) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
