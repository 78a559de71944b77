package dev.abacus.sql.run;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Release;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many statements of ours come on top of the release's: over hundreds of schemas they are what it costs. */
@WithServers(MARIADB)
class StatementsTest {

    private static final int TRIALS = 5;

    @Test
    void a_release_of_66_statements_costs_a_new_schema_at_most_95_and_an_up_to_date_one_at_most_5()
            throws SQLException {
        Release release = Releases.shard("r")
                .script("010.sql", each(20, "CREATE TABLE t%d (id INT PRIMARY KEY, n INT);"))
                .script("020.sql", each(10, "ALTER TABLE t%d ADD COLUMN m INT;"))
                .script("030.sql", each(16, "INSERT INTO t%d (id, n) VALUES (1, 1);"))
                .script("040.sql", each(10, "UPDATE t%d SET n = 2 WHERE id = 1;"))
                .script("050.sql", each(10, "CREATE TABLE u%d (id INT PRIMARY KEY);"))
                .made();
        long fresh = Long.MAX_VALUE;
        long upToDate = Long.MAX_VALUE;
        for (int trial = 0; trial < TRIALS; trial++) {
            Database database = Database.fresh();
            fresh = Math.min(fresh, statements(database, release));
            upToDate = Math.min(upToDate, statements(database, release));
        }

        System.out.println("statements: " + fresh + " for a new schema, " + upToDate + " for an up-to-date one");
        assertThat(fresh).isLessThanOrEqualTo(95);
        assertThat(upToDate).isLessThanOrEqualTo(5);
    }

    private static String each(int count, String statement) {
        return IntStream.range(0, count).mapToObj(statement::formatted).collect(Collectors.joining("\n"));
    }

    /** Of all the server's clients, of which there may be others: the least of some trials is ours alone. */
    private static long statements(Database database, Release release) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            long before = questions(statement);
            TargetReport report = TargetRun.run(
                    release, database.shard(), RunSettings.standard("test"), Progress.silent(), Cancellation.never());
            assertThat(report.message()).isEmpty();
            return questions(statement) - before - 1;
        }
    }

    private static long questions(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
