package dev.abacus.sql.run;

import dev.abacus.sql.run.LedgerEntry.State;
import dev.abacus.sql.run.TargetReport.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;

/** Work on a target while nobody else works on it, from the first look to the report. */
final class TargetSession {

    /** "SQLSTATE", 08003: connection does not exist. */
    static final String NO_CONNECTION = "08003";

    private final Target target;
    private final String release;
    private final RunSettings settings;
    private final Counted progress;
    private final long begin = System.nanoTime();
    private Lease lease;
    private int skipped;

    private TargetSession(Target target, String release, RunSettings settings, Progress progress) {
        this.target = target;
        this.release = release;
        this.settings = settings;
        this.progress = new Counted(progress);
    }

    interface Work {

        /** Whether it has nothing to do where nothing has ever been run. */
        default boolean needsAPast() {
            return false;
        }

        /** Whether nothing is left to do; asked without the lease first. */
        boolean isDone(Ledger ledger) throws StatementFailed;

        void run(Connection connection, Ledger ledger, Progress progress) throws SQLException, StatementFailed, Stopped;
    }

    static TargetReport of(Target target, String release, RunSettings settings, Progress progress, Work work) {
        return new TargetSession(target, release, settings, progress).run(work);
    }

    private TargetReport run(Work work) {
        try (Connection connection = target.connect(settings.session())) {
            run(connection, work);
            return report(Outcome.DONE, "", false);
        } catch (Busy e) {
            return report(Outcome.BUSY, e.getMessage(), true);
        } catch (Stopped e) {
            return report(Outcome.STOPPED, e.getMessage(), true);
        } catch (StatementFailed e) {
            return report(Outcome.FAILED, e.getMessage(), e.passing());
        } catch (SQLException e) {
            return isSomebodyElses()
                    ? report(Outcome.BUSY, "somebody else took the target over", true)
                    : report(Outcome.FAILED, e.getMessage(), Retry.isLock(e) || isAway(e));
        }
    }

    private void run(Connection connection, Work work) throws SQLException, StatementFailed, Stopped {
        Ledger ledger = new Ledger(connection, target, release);
        if (work.needsAPast() && !ledger.isThere()) {
            return;
        }
        ledger.open();
        skipped = (int) ledger.entries().stream()
                .filter(entry -> entry.state() == State.DONE)
                .count();
        if (work.isDone(ledger)) {
            return;
        }
        lease = Lease.take(connection, target, settings, progress);
        try (Heartbeat beating = Heartbeat.of(target, lease, settings.lease())) {
            ledger.heldBy(lease);
            ledger.read();
            if (!work.isDone(ledger)) {
                work.run(connection, ledger, progress);
            }
        } finally {
            if (connection.isValid(1)) {
                lease.giveBack();
            }
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

    /** "SQLSTATE", class 08: no connection, or none any more; 70100 is one that was ended. */
    private static boolean isAway(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return e instanceof SQLTransientException || state.startsWith("08") || state.equals("70100");
    }

    private TargetReport report(Outcome outcome, String message, boolean passing) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new TargetReport(target.name(), outcome, progress.ran, skipped, progress.rows, took, message, passing);
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
