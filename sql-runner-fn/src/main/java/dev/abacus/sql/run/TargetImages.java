package dev.abacus.sql.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a release keeps on a target of the rows that it changed. */
public final class TargetImages {

    private TargetImages() {}

    /**
     * Of a release that nobody may take back any more. May be made again where it was cut off.
     *
     * @return how many there were
     */
    public static int drop(Target target, String release) throws SQLException {
        try (Connection connection = target.connect()) {
            Ledger ledger = new Ledger(connection, target, release);
            if (!ledger.isThere()) {
                return 0;
            }
            Set<String> there = there(connection, target);
            int dropped = 0;
            for (LedgerEntry entry : ledger.entries()) {
                String image = ImagedTable.image(target, release, entry.script(), entry.statement());
                if (there.contains(image)) {
                    Sql.execute(connection, "DROP TABLE IF EXISTS " + Sql.name(image));
                    dropped++;
                }
            }
            return dropped;
        }
    }

    private static Set<String> there(Connection connection, Target target) throws SQLException {
        Set<String> names = new HashSet<>();
        for (List<String> row : Sql.rows(
                connection,
                "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = " + Sql.literal(target.schema())
                        + " AND TABLE_NAME LIKE 'sql\\_image\\_%'")) {
            names.add(row.getFirst());
        }
        return names;
    }
}
