package dev.abacus.sql.run;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.TargetReport.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@WithServers(MARIADB)
class TargetRunTest {

    private static final RunSettings SETTINGS = RunSettings.standard("test");

    private final Database database = Database.fresh();
    private final Notes notes = new Notes();

    @Test
    void every_statement_runs_once_and_is_recorded() {
        Release release = Releases.shard("first")
                .script("010.sql", "CREATE TABLE a (id INT PRIMARY KEY, b INT);\nCREATE TABLE c (id INT PRIMARY KEY);")
                .script("020.sql", "INSERT INTO a (id) VALUES (1), (2);\nUPDATE a SET b = id * 10 WHERE id > 0;")
                .script("030.sql", "ALTER TABLE a ADD COLUMN d INT NOT NULL DEFAULT 7; -- the end")
                .made();

        TargetReport first = run(release);
        TargetReport second = run(release);

        assertThat(first.message()).isEmpty();
        assertThat(first.outcome()).isEqualTo(Outcome.DONE);
        assertThat(first.ran()).isEqualTo(5);
        assertThat(first.rows()).isEqualTo(4);
        assertThat(second.outcome()).isEqualTo(Outcome.DONE);
        assertThat(second.ran()).isZero();
        assertThat(second.skipped()).isEqualTo(5);
        assertThat(database.rows("SELECT id, b, d FROM a ORDER BY id")).containsExactly("1 10 7", "2 20 7");
        assertThat(database.ledger())
                .containsExactly(
                        "010.sql 1 DONE 0",
                        "010.sql 2 DONE 0",
                        "020.sql 1 DONE 2",
                        "020.sql 2 DONE 2",
                        "030.sql 1 DONE 0");
    }

    @Test
    void a_failed_statement_keeps_what_came_before_it_and_is_where_a_resume_begins() {
        String before = "INSERT INTO a (id) VALUES (1);\nINSERT INTO a (id) VALUES (2);\n";
        database.execute("CREATE TABLE a (id INT PRIMARY KEY)");

        TargetReport failed = run(Releases.shard("r")
                .script("s.sql", before + "INSERT INTO gone VALUES (3);\nINSERT INTO a (id) VALUES (4);")
                .script("t.sql", "INSERT INTO a (id) VALUES (5);")
                .made());

        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.message()).startsWith("s.sql:3: ").contains("gone");
        assertThat(database.rows("SELECT id FROM a ORDER BY id")).containsExactly("1", "2");
        assertThat(database.ledger()).containsExactly("s.sql 1 DONE 1", "s.sql 2 DONE 1", "s.sql 3 FAILED 0");

        TargetReport resumed = run(Releases.shard("r")
                .script("s.sql", before + "INSERT INTO a VALUES (3);\nINSERT INTO a (id) VALUES (4);")
                .script("t.sql", "INSERT INTO a (id) VALUES (5);")
                .made());

        assertThat(resumed.outcome()).isEqualTo(Outcome.DONE);
        assertThat(resumed.ran()).isEqualTo(3);
        assertThat(database.rows("SELECT id FROM a ORDER BY id")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void a_failed_change_of_structure_is_where_a_resume_begins() {
        Releases broken = Releases.shard("r")
                .script(
                        "s.sql",
                        "CREATE TABLE a (id INT PRIMARY KEY);\nCREATE TABLE b (id INT PRIMARY KEY);\n"
                                + "CREATE TABLE c (id INT PRIMARY KEY);");
        database.execute("CREATE TABLE b (id INT PRIMARY KEY)");

        assertThat(run(broken.made()).message()).startsWith("s.sql:2: ").contains("already exists");
        assertThat(database.ledger()).containsExactly("s.sql 1 DONE 0", "s.sql 2 FAILED 0");

        database.execute("DROP TABLE b");

        assertThat(run(broken.made()).ran()).isEqualTo(2);
    }

    @Test
    void only_what_comes_after_a_failed_script_waits_for_it() {
        Release release = Releases.shard("r")
                .free("a.sql", "INSERT INTO gone VALUES (1);")
                .free("b.sql", "CREATE TABLE b (id INT PRIMARY KEY);")
                .script("c.sql", "INSERT INTO b (id) VALUES (1);")
                .made();

        TargetReport report = run(release);

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(database.ledger()).containsExactly("a.sql 1 FAILED 0", "b.sql 1 DONE 0", "c.sql 1 DONE 1");
    }

    @Test
    void a_statement_that_was_edited_after_it_had_run_is_refused() {
        run(Releases.shard("r")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .made());

        TargetReport edited = run(Releases.shard("r")
                .script("s.sql", "CREATE TABLE a (id BIGINT PRIMARY KEY);\nCREATE TABLE b (id INT PRIMARY KEY);")
                .made());
        TargetReport shortened =
                run(Releases.shard("r").script("other.sql", "SELECT 1;").made());

        assertThat(edited.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(edited.message()).contains("s.sql:1: it was edited after it had run here");
        assertThat(shortened.message()).contains("s.sql has run here, and is no longer part of the release");
        assertThat(database.rows("SHOW TABLES LIKE 'b'")).isEmpty();
    }

    @Test
    void a_tenants_script_runs_for_its_tenant() {
        database.execute(
                "CREATE TABLE a (tenant_id BIGINT, id BIGINT, b INT, PRIMARY KEY (tenant_id, id))",
                "INSERT INTO a VALUES (7, 1, 0), (7, 2, 0), (8, 1, 0)");
        Release release = Releases.tenant("r")
                .script("s.sql", "UPDATE a SET b = 1 WHERE tenant_id = ${tenant};")
                .made();

        TargetReport seven = TargetRun.run(release, database.tenant(7), SETTINGS, notes, Cancellation.never());

        assertThat(seven.rows()).isEqualTo(2);
        assertThat(database.rows("SELECT tenant_id, b FROM a ORDER BY tenant_id, id"))
                .containsExactly("7 1", "7 1", "8 0");
        assertThat(TargetRun.run(release, database.tenant(8), SETTINGS, notes, Cancellation.never())
                        .ran())
                .isEqualTo(1);
    }

    @Test
    void a_table_is_changed_in_place_where_it_can_be_and_copied_only_when_small() {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY, b INT)");

        TargetReport report = run(Releases.shard("r")
                .script(
                        "s.sql",
                        "ALTER TABLE a ADD COLUMN c INT;\nALTER TABLE a ADD KEY k (c);\n"
                                + "ALTER TABLE a MODIFY b BIGINT;")
                .made());

        assertThat(report.message()).isEmpty();
        assertThat(notes.notes()).containsExactly("s.sql:3 rebuilds its table");
    }

    @Test
    void a_big_table_is_copied_with_approval_only() {
        database.execute(
                "CREATE TABLE a (id INT PRIMARY KEY, b INT, pad VARBINARY(2000) NOT NULL)",
                "INSERT INTO a SELECT seq, 0, REPEAT('x', 2000) FROM seq_1_to_12000",
                "ANALYZE TABLE a");
        Release release = Releases.shard("r")
                .script("s.sql", "ALTER TABLE a MODIFY b BIGINT;")
                .made();

        TargetReport refused = run(release);
        TargetReport approved =
                TargetRun.run(release, database.shard(), SETTINGS.withCopying(true), notes, Cancellation.never());

        assertThat(refused.message()).contains("it rebuilds a table of").contains("nobody approved of");
        assertThat(approved.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void an_open_transaction_is_waited_for_without_a_queue_behind_the_wait() throws SQLException {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY)", "INSERT INTO a VALUES (1)");
        Release release = Releases.shard("r")
                .script("s.sql", "ALTER TABLE a ADD COLUMN b INT;")
                .made();
        try (Connection open = database.connect();
                Statement reader = open.createStatement()) {
            open.setAutoCommit(false);
            reader.executeQuery("SELECT * FROM a").close();

            RunSettings impatient = SETTINGS.withAttempts(2, Duration.ofMillis(50));
            TargetReport inTheWay = TargetRun.run(release, database.shard(), impatient, notes, Cancellation.never());

            assertThat(inTheWay.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(inTheWay.message()).contains("its table was locked in each of 2 attempts");
            assertThat(notes.notes()).containsExactly("s.sql:1 waits for a lock (attempt 1 of 2)");

            CompletableFuture<TargetReport> waiting = CompletableFuture.supplyAsync(
                    () -> TargetRun.run(release, database.shard(), SETTINGS, notes, Cancellation.never()));
            Awaitility.await().until(() -> notes.notes().size() > 1);
            open.commit();

            assertThat(waiting.join().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void a_lock_on_rows_is_waited_for_and_nothing_runs_twice() throws Exception {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY, b INT)", "INSERT INTO a VALUES (1, 0), (2, 0)");
        Release release = Releases.shard("r")
                .script("s.sql", "UPDATE a SET b = b + 1 WHERE id = 1;\nUPDATE a SET b = b + 1 WHERE id = 2;")
                .made();
        try (Connection open = database.connect();
                Statement writer = open.createStatement()) {
            open.setAutoCommit(false);
            writer.execute("UPDATE a SET b = 100 WHERE id = 2");
            CompletableFuture<TargetReport> waiting = CompletableFuture.supplyAsync(
                    () -> TargetRun.run(release, database.shard(), SETTINGS, notes, Cancellation.never()));
            Awaitility.await().until(() -> !notes.notes().isEmpty());
            open.rollback();

            assertThat(waiting.join().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(database.rows("SELECT b FROM a ORDER BY id")).containsExactly("1", "1");
    }

    @Test
    void a_cancelled_run_stops_between_statements_and_goes_on_later() {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY)");
        Release release = Releases.shard("r")
                .script("s.sql", "ALTER TABLE a ADD COLUMN b INT;\nALTER TABLE a ADD COLUMN c INT;")
                .made();

        TargetReport stopped = TargetRun.run(
                release, database.shard(), SETTINGS, notes, () -> !notes.done().isEmpty());

        assertThat(stopped.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(stopped.ran()).isEqualTo(1);
        assertThat(run(release).ran()).isEqualTo(1);
    }

    @Test
    void a_chunked_statement_that_failed_at_its_first_row_may_be_mended() {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY, n INT)", "INSERT INTO a VALUES (1, 0)");

        TargetReport failed = run(Releases.shard("r")
                .chunks("s.sql", "UPDATE a SET gone = 1 WHERE id > 0;")
                .made());
        TargetReport mended = run(Releases.shard("r")
                .chunks("s.sql", "UPDATE a SET n = 1 WHERE id > 0;")
                .made());

        assertThat(failed.message()).contains("gone");
        assertThat(mended.message()).isEmpty();
        assertThat(database.ledger()).containsExactly("s.sql 1 DONE 1");
    }

    @Test
    void chunks_wait_while_the_server_is_busy() {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY, n INT)", "INSERT INTO a VALUES (1, 0)");
        LoadLimit none = new LoadLimit(0, Duration.ofSeconds(10), List.of());

        TargetReport report = TargetRun.run(
                Releases.shard("r")
                        .chunks("s.sql", "UPDATE a SET n = 1 WHERE id > 0;")
                        .made(),
                database.shard(),
                SETTINGS.withLoad(none),
                notes,
                () -> !notes.notes().isEmpty());

        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(notes.notes()).singleElement().asString().matches("holding back: \\d+ threads are running");
        assertThat(database.value("SELECT n FROM a")).isEqualTo("0");
    }

    @Test
    void a_script_does_not_end_the_runners_transactions() {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY)");

        TargetReport report = run(Releases.shard("r")
                .script("s.sql", "INSERT INTO a VALUES (1);\nCOMMIT;")
                .made());

        assertThat(report.message()).contains("s.sql:2: the runner begins and ends transactions");
    }

    @Test
    void routines_and_variables_run_too() {
        Release release = Releases.shard("r")
                .script(
                        "s.sql",
                        "CREATE TABLE a (id INT PRIMARY KEY, b INT);\n"
                                + "CREATE PROCEDURE fill(n INT) BEGIN WHILE n > 0 DO INSERT INTO a VALUES (n, n); SET n = n - 1;"
                                + " END WHILE; END;\nCALL fill(3);\nSET @add = 10;\nUPDATE a SET b = b + @add WHERE id > 0;")
                .made();

        assertThat(run(release).message()).isEmpty();
        assertThat(database.rows("SELECT b FROM a ORDER BY id")).containsExactly("11", "12", "13");
    }

    @Test
    void an_up_to_date_target_costs_one_look() {
        Release release = Releases.shard("r")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .made();
        run(release);
        long before = database.number("SELECT epoch FROM sql_lease");

        run(release);

        assertThat(database.number("SELECT epoch FROM sql_lease")).isEqualTo(before);
    }

    private TargetReport run(Release release) {
        return TargetRun.run(release, database.shard(), SETTINGS, notes, Cancellation.never());
    }
}
