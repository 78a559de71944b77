package dev.abacus.sql.run;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ledger of a target, for those who have run things by other means or will. */
public final class TargetLedger {

    private TargetLedger() {}

    /** The scripts of a release of which every statement has run. */
    public static List<ReleaseScript> done(Release release, Target target) throws SQLException {
        try (Connection connection = target.connect()) {
            Ledger ledger = new Ledger(connection, target, release.name());
            ledger.open();
            return release.scripts().stream()
                    .filter(script -> script.statements().stream().allMatch(ledger::isDone))
                    .toList();
        }
    }

    /** Records scripts as run, without running them. What the ledger knows already stays. */
    public static TargetReport adopt(
            Release release, Target target, RunSettings settings, Progress progress, Set<String> scripts) {
        return TargetSession.of(target, release.name(), settings, progress, new TargetSession.Work() {
            @Override
            public boolean isDone(Ledger ledger) {
                return unknown(ledger).isEmpty();
            }

            @Override
            public void run(Connection connection, Ledger ledger, Progress to) throws SQLException {
                ledger.write(unknown(ledger));
            }

            private List<LedgerEntry> unknown(Ledger ledger) {
                List<LedgerEntry> unknown = new ArrayList<>();
                for (ReleaseScript script : release.scripts()) {
                    for (Statement statement : script.statements()) {
                        if (scripts.contains(script.file()) && ledger.of(statement) == null) {
                            unknown.add(LedgerEntry.done(statement, 0, Duration.ZERO));
                        }
                    }
                }
                return unknown;
            }
        });
    }
}
