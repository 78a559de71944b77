package dev.abacus.bench.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The least that may be called a ledger: a row for each statement, written after it, in its transaction where that is one. It
 * asks nobody whether it may, and cannot tell what a crash in the middle of a change of structure has left.
 */
final class ByHand {

    private final Scripts scripts;

    ByHand(Scripts scripts) {
        this.scripts = scripts;
    }

    void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS hand_ledger (script VARCHAR(60), statement INT, ran_at DATETIME(6),"
                            + " PRIMARY KEY (script, statement))");
            Set<String> done = done(statement);
            connection.setAutoCommit(false);
            try (PreparedStatement entry =
                    connection.prepareStatement("INSERT INTO hand_ledger VALUES (?, ?, NOW(6))")) {
                for (Map.Entry<String, List<String>> script : scripts.all().entrySet()) {
                    run(statement, entry, script.getKey(), script.getValue(), done);
                }
            }
            connection.setAutoCommit(true);
        }
    }

    private static void run(
            Statement statement, PreparedStatement entry, String script, List<String> texts, Set<String> done)
            throws SQLException {
        for (int i = 0; i < texts.size(); i++) {
            if (!done.contains(script + "/" + i)) {
                statement.execute(texts.get(i));
                entry.setString(1, script);
                entry.setInt(2, i);
                entry.executeUpdate();
                statement.getConnection().commit();
            }
        }
    }

    private static Set<String> done(Statement statement) throws SQLException {
        Set<String> done = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT script, statement FROM hand_ledger")) {
            while (rows.next()) {
                done.add(rows.getString(1) + "/" + rows.getInt(2));
            }
        }
        return done;
    }
}
