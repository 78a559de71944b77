package dev.abacus.sql.run;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Folders;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.TargetReport.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runners that die, sleep or meet. */
@WithServers(MARIADB)
class CrashTest {

    private static final int LEASE = 2_000;
    private static final RunSettings SETTINGS = RunSettings.standard("test")
            .withLease(Duration.ofMillis(LEASE))
            .withLockWait(Duration.ofSeconds(1))
            .withCopying(true);
    /** {@code -Dsql.rows=2000000} for the size that the design speaks of; the test takes some 20 s then. */
    private static final int ROWS = Integer.getInteger("sql.rows", 200_000);

    private final Database database = Database.fresh();
    private final Notes notes = new Notes();

    @TempDir
    Path directory;

    @Test
    void an_alter_whose_runner_was_killed_and_which_the_server_finished_is_not_run_again() throws Exception {
        database.execute(
                "CREATE TABLE a (id INT PRIMARY KEY, b INT, pad VARBINARY(1000) NOT NULL)",
                "INSERT INTO a SELECT seq, 0, REPEAT('x', 1000) FROM seq_1_to_60000");
        Release release = release("ALTER TABLE a MODIFY b BIGINT;\nALTER TABLE a ADD COLUMN c INT;", false);
        RunnerProcess runner = RunnerProcess.start(directory, database, LEASE, 400, 2);
        awaitStatement("ALTER TABLE a MODIFY b BIGINT");

        runner.kill();
        awaitNoStatement("ALTER TABLE a MODIFY b BIGINT");
        TargetReport resumed = resume(release);

        assertThat(resumed.outcome()).isEqualTo(Outcome.DONE);
        assertThat(notes.notes()).contains("s.sql:1 had run when its runner died");
        assertThat(notes.done()).containsExactly("s.sql:2");
        assertThat(database.rows("SELECT column_name, column_type FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = 'a' AND column_name IN ('b', 'c')"
                        + " ORDER BY 1"))
                .containsExactly("b bigint(20)", "c int(11)");
        assertThat(database.ledger()).containsExactly("s.sql 1 DONE 0", "s.sql 2 DONE 0");
    }

    @Test
    void an_alter_whose_runner_was_killed_and_which_had_not_run_is_run() throws Exception {
        database.execute("CREATE TABLE a (id INT PRIMARY KEY, b INT)");
        Release release = release("ALTER TABLE a ADD COLUMN c INT;", false);
        try (Connection open = database.connect();
                Statement reader = open.createStatement()) {
            open.setAutoCommit(false);
            reader.executeQuery("SELECT * FROM a").close();
            RunnerProcess runner = RunnerProcess.start(directory, database, LEASE, 400, 60);
            awaitStatement("ALTER TABLE a ADD%");
            runner.kill();

            TargetReport tooEarly = run(release);
            Awaitility.await().until(() -> run(release, 1).message().contains("its table was locked"));
            open.rollback();

            assertThat(tooEarly.outcome()).isEqualTo(Outcome.BUSY);
            assertThat(tooEarly.message()).startsWith("child works on it");
        }
        assertThat(notes.notes()).contains("s.sql:1 had not run when its runner died");
        assertThat(run(release).ran()).isEqualTo(1);
    }

    @Test
    void a_big_update_whose_runner_is_killed_three_times_changes_every_row_once() throws Exception {
        database.execute(
                "CREATE TABLE a (tenant_id BIGINT, id BIGINT, n INT NOT NULL, PRIMARY KEY (tenant_id, id))",
                "INSERT INTO a SELECT seq % 7, 600000000000000000 + seq, 0 FROM seq_1_to_" + ROWS);
        Release release = release("UPDATE a SET n = n + 1 WHERE id % 10 < 9;", true);
        long reached = 0;
        for (int kill = 1; kill <= 3; kill++) {
            RunnerProcess runner = RunnerProcess.start(directory, database, LEASE, 20, 2);
            long before = reached;
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> changed() > before + ROWS / 20);
            assertThat(runner.isAlive()).as("killed while it works").isTrue();
            runner.kill();
            awaitGone();
            reached = changed();
        }

        TargetReport resumed = resume(release);

        assertThat(resumed.outcome()).isEqualTo(Outcome.DONE);
        assertThat(notes.notes()).contains("s.sql:1 goes on after " + reached + " rows");
        assertThat(database.rows("SELECT n, COUNT(*) FROM a GROUP BY n ORDER BY n"))
                .containsExactly("0 " + ROWS / 10, "1 " + ROWS / 10 * 9);
        assertThat(database.ledger()).containsExactly("s.sql 1 DONE " + ROWS / 10 * 9);
    }

    @Test
    void a_runner_that_slept_through_its_lease_finds_itself_without() throws Exception {
        database.execute(
                "CREATE TABLE a (id INT PRIMARY KEY, n INT NOT NULL)",
                "INSERT INTO a SELECT seq, 0 FROM seq_1_to_5000");
        // so slow a statement that on no machine it is done before its runner sleeps
        Release release = release("UPDATE a SET n = n + 1 + SLEEP(0.0005) WHERE id > 0;", true);
        RunnerProcess sleeper = RunnerProcess.start(directory, database, LEASE, 5, 2);
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> changed() > 0);

        sleeper.signal("STOP");
        TargetReport tooEarly = run(release);
        TargetReport second = resume(release);
        sleeper.signal("CONT");

        assertThat(tooEarly.outcome()).isEqualTo(Outcome.BUSY);
        assertThat(second.outcome()).isEqualTo(Outcome.DONE);
        assertThat(notes.notes()).contains("ending what a silent runner had begun");
        assertThat(sleeper.report()).contains("outcome=BUSY", "somebody else took the target over");
        assertThat(database.rows("SELECT n, COUNT(*) FROM a GROUP BY n")).containsExactly("1 5000");
    }

    @RepeatedTest(5)
    void of_many_runners_at_once_one_works() throws Exception {
        Release release =
                release("CREATE TABLE a (id INT PRIMARY KEY);\nINSERT INTO a VALUES (1);\nDO SLEEP(0.2);", false);
        run(Releases.shard("other").script("s.sql", "DO 1;").made());
        try (ExecutorService runners = Executors.newFixedThreadPool(5)) {
            List<TargetReport> reports =
                    runners.invokeAll(Collections.nCopies(5, (Callable<TargetReport>) () -> run(release))).stream()
                            .map(future -> future.resultNow())
                            .toList();

            assertThat(reports).filteredOn(report -> report.ran() > 0).hasSize(1);
            assertThat(reports)
                    .filteredOn(report -> report.ran() == 0)
                    .allMatch(report -> report.outcome() == Outcome.BUSY || report.isDone());
        }
        assertThat(database.number("SELECT COUNT(*) FROM a")).isEqualTo(1);
    }

    @Test
    void a_ledger_is_closed_to_whoever_lost_the_lease() throws Exception {
        Release release = release("CREATE TABLE a (id INT PRIMARY KEY);\nINSERT INTO a VALUES (1);", false);

        TargetReport report = TargetRun.run(
                release,
                database.shard(),
                SETTINGS,
                new Progress() {
                    @Override
                    public void statementDone(String target, String place, long rows, Duration took) {
                        database.execute("UPDATE sql_lease SET epoch = epoch + 1");
                    }

                    @Override
                    public void note(String target, String what) {
                        // not looked at
                    }
                },
                Cancellation.never());

        assertThat(report.outcome()).isEqualTo(Outcome.BUSY);
        assertThat(database.number("SELECT COUNT(*) FROM a")).isZero();
    }

    private Release release(String sql, boolean chunks) {
        return Folders.in(directory)
                .file("s.sql", sql)
                .file(
                        "release.yaml",
                        "name: r\nauthor: li\ntarget: shard\nscripts: [{file: s.sql, chunks: " + chunks + "}]\n")
                .read();
    }

    private TargetReport run(Release release) {
        return run(release, 8);
    }

    private TargetReport run(Release release, int attempts) {
        return TargetRun.run(
                release,
                database.shard(),
                SETTINGS.withAttempts(attempts, Duration.ofMillis(100)),
                notes,
                Cancellation.never());
    }

    /** When the lease of whoever died is over. */
    private TargetReport resume(Release release) {
        return Awaitility.await().until(() -> run(release), report -> report.outcome() != Outcome.BUSY);
    }

    private long changed() {
        return database.rows("SHOW TABLES LIKE 'sql_ledger'").isEmpty()
                ? 0
                : database.number("SELECT COALESCE(SUM(changed_rows), 0) FROM sql_ledger");
    }

    private void awaitStatement(String like) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> isRunning(like));
    }

    private void awaitNoStatement(String like) {
        Awaitility.await().until(() -> !isRunning(like));
    }

    /** The server ends what a client that died had sent, a COMMIT too, before it forgets the client. */
    private void awaitGone() {
        Awaitility.await()
                .until(() -> database.number("SELECT COUNT(*) FROM information_schema.processlist"
                                + " WHERE db = DATABASE() AND id <> CONNECTION_ID()")
                        == 0);
    }

    private boolean isRunning(String like) {
        return !database.rows("SELECT id FROM information_schema.processlist WHERE info LIKE '" + like + "'")
                .isEmpty();
    }
}
