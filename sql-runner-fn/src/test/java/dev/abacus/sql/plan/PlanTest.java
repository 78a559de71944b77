package dev.abacus.sql.plan;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.review.Finding;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.run.Database;
import dev.abacus.sql.run.Releases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithServers(MARIADB)
class PlanTest {

    private final Database first = Database.fresh();
    private final Database second = Database.fresh();

    @BeforeEach
    void a_table_in_each() {
        for (Database database : List.of(first, second)) {
            database.execute(
                    "CREATE TABLE a (id INT PRIMARY KEY, note VARCHAR(40), state ENUM('x', 'y'), n INT NOT NULL)",
                    "INSERT INTO a SELECT seq, 'n', 'x', 0 FROM seq_1_to_1000",
                    "ANALYZE TABLE a");
        }
    }

    @Test
    void a_plan_tells_waves_findings_rows_and_how_tables_are_changed() throws SQLException {
        Release release = Releases.shard("r")
                .script(
                        "010.sql",
                        "ALTER TABLE a ADD COLUMN b INT;\nALTER TABLE a ADD KEY k (n);\n"
                                + "ALTER TABLE a MODIFY n BIGINT NOT NULL;\nCREATE TABLE c (id INT PRIMARY KEY);")
                .script(
                        "020.sql",
                        "UPDATE a SET n = 1 WHERE id BETWEEN 1 AND 10;\nINSERT INTO c VALUES (1);\n"
                                + "UPDATE a SET n = 2 WHERE note = 5;")
                .canary(second.schema())
                .made();

        Plan plan = Plan.of(release, List.of(first.shard(), second.shard()));

        assertThat(plan.waves()).containsExactly(List.of(second.schema()), List.of(first.schema()));
        assertThat(plan.estimates().subList(0, 7))
                .extracting(Estimate::toString)
                .containsExactly(
                        "010.sql:1  ALTER TABLE INSTANT",
                        "010.sql:2  ALTER TABLE NOCOPY, about 1000 rows",
                        "010.sql:3  ALTER TABLE COPY, about 1000 rows",
                        "010.sql:4  CREATE TABLE",
                        "020.sql:1  UPDATE, about 10 rows",
                        "020.sql:2  INSERT",
                        "020.sql:3  UPDATE, about 1000 rows");
        assertThat(plan.of(Level.WARNING)).extracting(Finding::rule).contains("implicit-conversion", "no-algorithm");
        assertThat(plan.of(Level.APPROVAL)).extracting(Finding::rule).contains("every-tenant");
    }

    @Test
    void a_release_without_targets_is_reviewed_all_the_same() throws SQLException {
        Release release = Releases.tenant("r").script("s.sql", "DELETE FROM a;").made();

        assertThat(Plan.of(release, List.of()).of(Level.ERROR))
                .extracting(Finding::rule)
                .contains("no-where", "tenant-condition");
    }

    @Test
    void a_plan_writes_nothing() throws SQLException {
        Release release = Releases.shard("r")
                .script(
                        "s.sql",
                        "INSERT INTO a VALUES (5000, 'n', 'x', 0);\nDELETE FROM a WHERE id > 0;\n"
                                + "ALTER TABLE a DROP COLUMN n;\nDROP TABLE a;\nUPDATE a SET n = SLEEP(1) WHERE id = 1;")
                .made();
        String before = first.value("CHECKSUM TABLE a EXTENDED");

        Plan.of(release, List.of(first.shard()));

        assertThat(first.value("CHECKSUM TABLE a EXTENDED")).isEqualTo(before);
        assertThat(first.rows("SHOW TABLES")).containsExactly("a");
    }

    /** What we say of an ALTER is what the database does. */
    @Test
    void the_algorithm_that_is_foretold_is_the_cheapest_that_works() throws SQLException {
        for (String change : List.of(
                "ADD COLUMN b INT",
                "ADD COLUMN b INT NOT NULL DEFAULT 5",
                "ADD COLUMN b INT FIRST",
                "DROP COLUMN note",
                "RENAME COLUMN note TO remark",
                "MODIFY note VARCHAR(60)",
                "MODIFY note VARCHAR(300)",
                "MODIFY note VARCHAR(20)",
                "MODIFY note TEXT",
                "MODIFY n BIGINT NOT NULL",
                "MODIFY state ENUM('x', 'y', 'z')",
                "ALTER COLUMN n SET DEFAULT 3",
                "ADD KEY k (n)",
                "ADD UNIQUE KEY u (id, n)",
                "COMMENT = 'x'",
                "CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                "DROP PRIMARY KEY",
                "DROP PRIMARY KEY, ADD PRIMARY KEY (id, n)",
                "ADD COLUMN b INT AS (n + 1) STORED")) {
            Release release = Releases.shard("r")
                    .script("s.sql", "ALTER TABLE a " + change)
                    .made();
            Plan plan = Plan.of(release, List.of(first.shard()));

            String foretold = plan.estimates().getFirst().what().replace("ALTER TABLE ", "");
            assertThat(rebuilds(foretold))
                    .as(change + ": " + foretold + ", and it is " + cheapest(change))
                    .isEqualTo(rebuilds(cheapest(change)));
        }
    }

    private static boolean rebuilds(String algorithm) {
        return algorithm.equals("COPY") || algorithm.equals("INPLACE");
    }

    private String cheapest(String change) throws SQLException {
        for (String algorithm : List.of("INSTANT", "NOCOPY", "INPLACE", "COPY")) {
            first.execute("CREATE OR REPLACE TABLE trial LIKE a");
            try (Connection connection = first.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE trial " + change + ", ALGORITHM=" + algorithm);
                return algorithm;
            } catch (SQLException e) {
                if (e.getErrorCode() != 1845 && e.getErrorCode() != 1846) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException(change);
    }
}
