package dev.abacus.sql.run;

import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.run.LedgerEntry.State;
import dev.abacus.sql.run.TargetReport.Outcome;
import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All of a release on one target: one call, which may be made again and again. */
public final class TargetRun {

    private final Release release;
    private final Target target;
    private final RunSettings settings;
    private final Counted progress;
    private final Cancellation cancellation;
    private final long begin = System.nanoTime();
    private Lease lease;
    private int skipped;

    private TargetRun(
            Release release, Target target, RunSettings settings, Progress progress, Cancellation cancellation) {
        this.release = release;
        this.target = target;
        this.settings = settings;
        this.progress = new Counted(progress);
        this.cancellation = cancellation;
    }

    /** Does what has not been done yet. Says in the report why it did not get to the end; it does not throw. */
    public static TargetReport run(
            Release release, Target target, RunSettings settings, Progress progress, Cancellation cancellation) {
        return new TargetRun(release, target, settings, progress, cancellation).run();
    }

    private TargetReport run() {
        try (Connection connection = target.connect(settings.session())) {
            return run(connection);
        } catch (Busy e) {
            return report(Outcome.BUSY, e.getMessage());
        } catch (Stopped e) {
            return report(Outcome.STOPPED, e.getMessage());
        } catch (StatementFailed e) {
            return report(Outcome.FAILED, e.getMessage());
        } catch (SQLException e) {
            return isSomebodyElses()
                    ? report(Outcome.BUSY, "somebody else took the target over")
                    : report(Outcome.FAILED, e.getMessage());
        }
    }

    private TargetReport run(Connection connection) throws SQLException, StatementFailed, Stopped {
        Ledger ledger = new Ledger(connection, target, release.name());
        ledger.open();
        refuseEdited(ledger);
        skipped = (int) ledger.entries().stream()
                .filter(entry -> entry.state() == State.DONE)
                .count();
        if (isUpToDate(ledger)) {
            return report(Outcome.DONE, "");
        }
        lease = Lease.take(connection, target, settings, progress);
        try (Heartbeat beating = Heartbeat.of(target, lease, settings.lease())) {
            ledger.heldBy(lease);
            ledger.read();
            refuseEdited(ledger);
            return scripts(connection, ledger);
        } finally {
            if (connection.isValid(1)) {
                lease.giveBack();
            }
        }
    }

    /** A script that fails keeps those that come after it from running, and no other. */
    private TargetReport scripts(Connection connection, Ledger ledger) throws SQLException, StatementFailed, Stopped {
        ScriptRun run = new ScriptRun(connection, target, ledger, settings, progress, cancellation);
        Set<String> notDone = new HashSet<>();
        List<String> failures = new ArrayList<>();
        for (ReleaseScript script : release.scripts()) {
            if (script.after().stream().anyMatch(notDone::contains)) {
                notDone.add(script.file());
                continue;
            }
            try {
                List<Statement> statements = script.statements();
                new Reconciliation(ledger, target, progress).of(statements);
                run.run(script, statements, RowChange.plain(connection));
            } catch (StatementFailed e) {
                notDone.add(script.file());
                failures.add(e.getMessage());
            }
        }
        return failures.isEmpty()
                ? report(Outcome.DONE, "")
                : report(Outcome.FAILED, String.join("\n", failures));
    }

    private boolean isUpToDate(Ledger ledger) {
        return release.scripts().stream()
                .flatMap(script -> script.statements().stream())
                .allMatch(ledger::isDone);
    }

    /** What has run here must be what would run elsewhere. A statement that failed may be mended. */
    private void refuseEdited(Ledger ledger) throws StatementFailed {
        for (ReleaseScript script : release.scripts()) {
            List<Statement> statements = script.statements();
            for (LedgerEntry entry : ledger.entries()) {
                if (entry.script().equals(script.file()) && entry.state() != State.FAILED) {
                    refuseEdited(script, statements, entry);
                }
            }
        }
        Set<String> known = new HashSet<>();
        release.scripts().forEach(script -> {
            known.add(script.file());
            if (script.compensation() instanceof Compensation.Undo undo) {
                known.add(undo.script().name());
            }
        });
        for (LedgerEntry entry : ledger.entries()) {
            if (!known.contains(entry.script())) {
                throw new StatementFailed(entry.script() + " has run here, and is no longer part of the release");
            }
        }
    }

    private static void refuseEdited(ReleaseScript script, List<Statement> statements, LedgerEntry entry)
            throws StatementFailed {
        if (entry.state() == State.UNDONE) {
            throw new StatementFailed(
                    statements.getFirst(), "the release was taken back here; it may come again under another name");
        }
        if (entry.statement() > statements.size()) {
            throw new StatementFailed(
                    statements.getLast(), "statement " + entry.statement() + " has run here, and is no longer in it");
        }
        Statement statement = statements.get(entry.statement() - 1);
        if (!entry.isOf(statement)) {
            throw new StatementFailed(
                    statement, "it was edited after it had run here; what is to be different belongs in a new release");
        }
    }

    private boolean isSomebodyElses() {
        if (lease == null) {
            return false;
        }
        try (Connection other = target.connect()) {
            List<String> row =
                    Sql.row(other, "SELECT epoch FROM sql_lease WHERE target = " + Sql.literal(target.name()));
            return row != null && Long.parseLong(row.getFirst()) != lease.epoch();
        } catch (SQLException e) {
            return false;
        }
    }

    private TargetReport report(Outcome outcome, String message) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new TargetReport(target.name(), outcome, progress.ran, skipped, progress.rows, took, message);
    }

    /** Counts what it passes on. */
    private static final class Counted implements Progress {

        private final Progress to;
        private int ran;
        private long rows;

        private Counted(Progress to) {
            this.to = to;
        }

        @Override
        public void statementDone(String target, String place, long changed, Duration took) {
            ran++;
            rows += changed;
            to.statementDone(target, place, changed, took);
        }

        @Override
        public void note(String target, String what) {
            to.note(target, what);
        }
    }
}
