package dev.abacus.sql.run;

import dev.abacus.sql.release.Compensation;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.run.LedgerEntry.State;
import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All of a release on one target: one call, which may be made again and again. */
public final class TargetRun implements TargetSession.Work {

    private final Release release;
    private final Target target;
    private final RunSettings settings;
    private final Cancellation cancellation;

    private TargetRun(Release release, Target target, RunSettings settings, Cancellation cancellation) {
        this.release = release;
        this.target = target;
        this.settings = settings;
        this.cancellation = cancellation;
    }

    /** Does what has not been done yet. Says in the report why it did not get to the end; it does not throw. */
    public static TargetReport run(
            Release release, Target target, RunSettings settings, Progress progress, Cancellation cancellation) {
        TargetRun run = new TargetRun(release, target, settings, cancellation);
        return TargetSession.of(target, release.name(), settings, progress, run);
    }

    @Override
    public boolean isDone(Ledger ledger) throws StatementFailed {
        refuseEdited(ledger);
        return release.scripts().stream()
                .flatMap(script -> script.statements().stream())
                .allMatch(ledger::isDone);
    }

    /** A script that fails keeps those that come after it from running, and no other. */
    @Override
    public void run(Connection connection, Ledger ledger, Progress progress)
            throws SQLException, StatementFailed, Stopped {
        ScriptRun run = new ScriptRun(connection, target, ledger, settings, progress, cancellation);
        Set<String> notDone = new HashSet<>();
        List<StatementFailed> failures = new ArrayList<>();
        for (ReleaseScript script : release.scripts()) {
            if (script.after().stream().anyMatch(notDone::contains)) {
                notDone.add(script.file());
                continue;
            }
            try {
                List<Statement> statements = script.statements();
                new Reconciliation(ledger, target, progress).of(statements);
                run.run(script.chunks(), statements, change(script, connection));
            } catch (StatementFailed e) {
                notDone.add(script.file());
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new StatementFailed(
                    failures.stream().map(StatementFailed::getMessage).collect(Collectors.joining("\n")),
                    failures.stream().allMatch(StatementFailed::passing));
        }
    }

    private RowChange change(ReleaseScript script, Connection connection) {
        return script.compensation() instanceof Compensation.BeforeImage
                ? new ImagedChange(connection, target, release.name())
                : RowChange.plain(connection);
    }

    /** What has run here must be what would run elsewhere. A statement that failed may be mended. */
    private void refuseEdited(Ledger ledger) throws StatementFailed {
        Set<String> undoing = new HashSet<>();
        release.scripts().forEach(script -> {
            if (script.compensation() instanceof Compensation.Undo undo) {
                undoing.add(undo.script().name());
            }
        });
        for (LedgerEntry entry : ledger.entries()) {
            ReleaseScript script = release.scripts().stream()
                    .filter(each -> each.file().equals(entry.script()))
                    .findFirst()
                    .orElse(null);
            if (entry.state() == State.UNDONE || undoing.contains(entry.script())) {
                throw new StatementFailed(
                        "the release was taken back here, or is being so; it may come again under another name");
            }
            if (entry.state() == State.FAILED) {
                continue; // it changed nothing
            }
            if (script == null) {
                throw new StatementFailed(entry.script() + " has run here, and is no longer part of the release");
            }
            refuseEdited(script.statements(), entry);
        }
    }

    private static void refuseEdited(List<Statement> statements, LedgerEntry entry) throws StatementFailed {
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
}
