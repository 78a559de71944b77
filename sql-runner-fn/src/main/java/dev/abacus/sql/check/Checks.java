package dev.abacus.sql.check;

import dev.abacus.sql.release.Check;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The checks of a release on one target. */
public final class Checks {

    private static final int PATIENCE_SECONDS = 60;

    private Checks() {}

    /** What does not hold; empty when everything does. They only read, and the database sees to it. */
    public static List<String> failures(Release release, Target target) {
        List<String> failures = new ArrayList<>();
        if (release.checks().isEmpty()) {
            return failures;
        }
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET max_statement_time = " + PATIENCE_SECONDS);
            statement.execute("START TRANSACTION READ ONLY");
            for (Check check : release.checks()) {
                String found = answer(statement, target.fill(check.query()));
                if (!check.expect().equals(found)) {
                    failures.add("check \"" + check.name() + "\" expects " + check.expect() + " and finds " + found);
                }
            }
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            failures.add("a check could not be made: " + e.getMessage());
        }
        return failures;
    }

    private static String answer(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "no row";
        }
    }
}
