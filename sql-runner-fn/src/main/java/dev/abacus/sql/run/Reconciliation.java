package dev.abacus.sql.run;

import dev.abacus.sql.run.LedgerEntry.State;
import dev.abacus.sql.split.Statement;
import dev.abacus.sql.split.StatementKind;
import dev.abacus.sql.split.Words;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a runner that died had begun: the dictionary says whether it had run. Only after its connection has ended, so that
 * nothing changes any more.
 */
final class Reconciliation {

    private final Ledger ledger;
    private final Target target;
    private final Progress progress;

    Reconciliation(Ledger ledger, Target target, Progress progress) {
        this.ledger = ledger;
        this.target = target;
        this.progress = progress;
    }

    /** @throws StatementFailed for what cannot be told */
    void of(List<Statement> statements) throws SQLException, StatementFailed {
        List<Statement> begun = statements.stream()
                .filter(statement ->
                        ledger.of(statement) != null && ledger.of(statement).state() == State.STARTED)
                .filter(statement -> ScriptRun.kind(statement) != StatementKind.ROWS) // its rows say how far they came
                .toList();
        if (begun.isEmpty()) {
            return;
        }
        List<String> now = ledger.prints(begun.stream()
                .map(statement -> Fingerprint.of(Words.of(target.fill(statement)), target.schema()))
                .toList());
        List<LedgerEntry> ran = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            Statement statement = begun.get(i);
            if (hasRun(statement, now.get(i))) {
                ran.add(LedgerEntry.done(statement, 0, ledger.of(statement).took()));
                progress.note(target.name(), statement.place() + " had run when its runner died");
            } else {
                progress.note(target.name(), statement.place() + " had not run when its runner died");
            }
        }
        ledger.write(ran);
        ledger.forget(
                begun.stream().filter(statement -> !ledger.isDone(statement)).toList());
    }

    private boolean hasRun(Statement statement, String now) throws StatementFailed {
        return switch (subject(statement).kind()) {
            case UNKNOWN ->
                throw new StatementFailed(
                        statement,
                        "its runner died, and nobody can tell whether it ran; look, and mark its line of sql_ledger DONE"
                                + " or FAILED");
            case REPEATABLE -> false;
            default -> !Objects.equals(ledger.of(statement).print(), now);
        };
    }

    private Subject subject(Statement statement) {
        return Subject.of(Words.of(target.fill(statement)));
    }
}
