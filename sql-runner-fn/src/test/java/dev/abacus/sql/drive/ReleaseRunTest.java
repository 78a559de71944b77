package dev.abacus.sql.drive;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.review.Finding;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.run.Database;
import dev.abacus.sql.run.Notes;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.Releases;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithServers(MARIADB)
class ReleaseRunTest {

    private static final RunSettings SETTINGS = RunSettings.standard("one").withLease(Duration.ofSeconds(2));

    private final Database controlled = Database.fresh();
    private final Notes notes = new Notes();
    private Control control;

    @BeforeEach
    void open() throws SQLException {
        control = Control.open(controlled.shard());
    }

    @AfterEach
    void close() throws SQLException {
        control.close();
    }

    @Test
    void of_200_schemas_one_fails_at_statement_3_and_a_resume_repeats_nothing() throws Exception {
        List<Database> schemas = databases(200);
        String sql =
                """
                CREATE TABLE a (id INT PRIMARY KEY, b INT);
                INSERT INTO a (id, b) VALUES (1, 1);
                ALTER TABLE a ADD COLUMN c INT;
                INSERT INTO a (id, b) VALUES (2, 2);
                UPDATE a SET b = b + 10 WHERE id > 0;
                """;
        String failing = schemas.get(56).schema();
        Release release = Releases.shard("two-hundred").script("s.sql", sql).made();
        Progress meddling = new Progress() {
            @Override
            public void statementDone(String target, String place, long rows, Duration took) {
                if (target.equals(failing) && place.equals("s.sql #2")) {
                    schemas.get(56).execute("ALTER TABLE a ADD COLUMN c TEXT");
                }
            }

            @Override
            public void note(String target, String what) {
                // not looked at
            }
        };

        RunRecord first = new ReleaseRun(release, shards(schemas), control, SETTINGS, meddling).run(List.of());
        List<TargetRecord> targets = control.targets().of(release.name());
        long doneFirst = targets.stream()
                .filter(target -> target.state() == TargetState.DONE)
                .count();

        assertThat(first.state()).isEqualTo(RunState.FAILED);
        assertThat(first.message()).isEqualTo("wave rest: " + failing + " failed");
        assertThat(schemas.get(56).ledger()).containsExactly("s.sql 1 DONE 0", "s.sql 2 DONE 1", "s.sql 3 FAILED 0");
        assertThat(doneFirst).isBetween(56L - 4, 199L);

        schemas.get(56).execute("ALTER TABLE a DROP COLUMN c");
        Notes resumed = new Notes();
        RunRecord second = new ReleaseRun(release, shards(schemas), control, SETTINGS, resumed).run(List.of());

        assertThat(second.state()).isEqualTo(RunState.DONE);
        assertThat(resumed.done()).hasSize((int) (5 * (199 - doneFirst)) + 3);
        assertThat(schemas).allSatisfy(schema -> assertThat(schema.rows("SELECT b FROM a ORDER BY id"))
                .containsExactly("11", "12"));
        assertThat(control.targets().of(release.name()))
                .allSatisfy(target -> assertThat(target.ran()).isEqualTo(5));
    }

    @Test
    void a_canary_whose_check_fails_keeps_every_other_target_untouched() throws Exception {
        List<Database> schemas = databases(5);
        Release release = Releases.shard("canary")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);\nINSERT INTO a VALUES (1);")
                .canary(schemas.get(2).schema())
                .check("SELECT COUNT(*) FROM a", "2")
                .made();

        RunRecord run = run(release, schemas);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(control.targets().of("canary").getFirst().message())
                .isEqualTo("check \"check\" expects 2 and finds 1");
        assertThat(schemas)
                .filteredOn(schema -> !schema.rows("SHOW TABLES").isEmpty())
                .containsExactly(schemas.get(2));
    }

    @Test
    void a_check_cannot_write() throws Exception {
        List<Database> schemas = databases(1);
        schemas.getFirst().execute("CREATE SEQUENCE s");
        Release release = Releases.shard("r")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .check("SELECT NEXTVAL(s)", "1")
                .made();

        assertThat(run(release, schemas).state()).isEqualTo(RunState.FAILED);
        assertThat(control.targets().of("r").getFirst().message()).contains("READ ONLY");
    }

    @Test
    void an_edited_script_is_refused_after_the_first_wave() throws Exception {
        List<Database> schemas = databases(3);
        String create = "CREATE TABLE a (id INT PRIMARY KEY);\n";
        schemas.get(1).execute("CREATE TABLE a (id INT PRIMARY KEY)");
        Releases begun = Releases.shard("edited")
                .script("s.sql", create + "INSERT INTO a VALUES (1);")
                .canary(schemas.get(0).schema());
        run(begun.made(), schemas);

        Release edited = Releases.shard("edited")
                .script("s.sql", create + "INSERT INTO a VALUES (2);")
                .canary(schemas.get(0).schema())
                .made();

        assertThatThrownBy(() -> run(edited, schemas))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("edited was edited after its first wave");
        assertThat(schemas.get(2).rows("SELECT id FROM a")).containsExactly("1");
    }

    @Test
    void a_statement_that_failed_on_the_canary_may_be_mended() throws Exception {
        List<Database> schemas = databases(2);
        String create = "CREATE TABLE a (id INT PRIMARY KEY);\n";
        Releases broken = Releases.shard("mended")
                .script("s.sql", create + "INSERT INTO b VALUES (1);")
                .canary(schemas.get(0).schema());
        Releases mended = Releases.shard("mended")
                .script("s.sql", create + "INSERT INTO a VALUES (1);")
                .canary(schemas.get(0).schema());

        assertThat(run(broken.made(), schemas).state()).isEqualTo(RunState.FAILED);
        assertThat(run(mended.made(), schemas).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void a_release_submitted_twice_runs_once() throws Exception {
        List<Database> schemas = databases(3);
        Release release = Releases.shard("twice")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);\nINSERT INTO a VALUES (1);\nDO SLEEP(0.3);")
                .made();
        List<CompletableFuture<RunRecord>> both;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Control other = Control.open(controlled.shard())) {
            both = Stream.of(control, other)
                    .map(each -> CompletableFuture.supplyAsync(() -> quietly(release, schemas, each), threads))
                    .toList();
            both.forEach(CompletableFuture::join);
        }
        RunRecord third = run(release, schemas);

        assertThat(third.state()).isEqualTo(RunState.DONE);
        assertThat(notes.done()).hasSize(9);
        assertThat(control.targets().of("twice"))
                .allSatisfy(target -> assertThat(target.attempts()).isEqualTo(1));
    }

    @Test
    void targets_of_one_server_are_worked_on_a_few_at_a_time() throws Exception {
        List<Database> schemas = databases(12);
        Release release =
                Releases.shard("capped").script("s.sql", "DO SLEEP(0.1);").made();
        AtomicInteger most = new AtomicInteger();
        CompletableFuture<RunRecord> running = CompletableFuture.supplyAsync(() -> quietly(release, schemas, control));
        while (!running.isDone()) {
            most.accumulateAndGet(
                    (int) controlled.number(
                            "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'DO SLEEP%'"),
                    Math::max);
        }

        assertThat(running.join().state()).isEqualTo(RunState.DONE);
        assertThat(most.get()).isBetween(2, 4);
    }

    @Test
    void a_pause_stops_between_statements_and_a_resume_goes_on() throws Exception {
        List<Database> schemas = databases(6);
        Release release = Releases.shard("paused")
                .script(
                        "s.sql",
                        "CREATE TABLE a (id INT PRIMARY KEY);\nDO SLEEP(1.2);\nCREATE TABLE b (id INT PRIMARY KEY);")
                .made();
        CompletableFuture<RunRecord> running = CompletableFuture.supplyAsync(() -> quietly(release, schemas, control));
        Awaitility.await().until(() -> !notes.done().isEmpty());
        control.ask("paused", RunState.PAUSED);

        assertThat(running.join().state()).isEqualTo(RunState.PAUSED);
        assertThat(notes.done()).hasSizeLessThan(18);
        assertThat(run(release, schemas).state()).isEqualTo(RunState.DONE);
        assertThat(notes.done()).hasSize(18);
    }

    @Test
    void an_aborted_release_does_not_go_on() throws Exception {
        List<Database> schemas = databases(2);
        Release release = Releases.shard("aborted")
                .script("s.sql", "INSERT INTO gone VALUES (1);")
                .made();
        run(release, schemas);

        control.ask("aborted", RunState.ABORTED);

        assertThat(run(release, schemas).state()).isEqualTo(RunState.ABORTED);
        assertThatThrownBy(() -> control.ask("aborted", RunState.PAUSED)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void tolerated_failures_do_not_stop_the_others() throws Exception {
        List<Database> schemas = databases(6);
        schemas.get(0).execute("CREATE TABLE a (id INT PRIMARY KEY)");
        Release release = Releases.shard("tolerant")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .tolerate(1)
                .made();

        RunRecord run = run(release, schemas);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(control.targets().of("tolerant"))
                .filteredOn(target -> target.state() == TargetState.DONE)
                .hasSize(5);
    }

    @Test
    void what_needs_approval_runs_with_somebody_elses_only_and_for_this_text_only() throws Exception {
        List<Database> schemas = databases(1);
        Release release = Releases.shard("approved")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .made();
        Release other = Releases.shard("approved")
                .script("s.sql", "CREATE TABLE b (id INT PRIMARY KEY);")
                .made();
        List<Finding> findings = List.of(new Finding(Level.APPROVAL, "drops", "s.sql:1", "…", "somebody may use it"));

        assertThatThrownBy(() -> run(release, schemas, findings))
                .hasMessageStartingWith("somebody other than li has to approve of:\ns.sql:1: APPROVAL drops");
        assertThatThrownBy(() -> control.approvals().approve(release, " Li")).isInstanceOf(NotAllowed.class);
        control.approvals().approve(release, "wang");
        assertThatThrownBy(() -> run(other, schemas, findings)).hasMessageContaining("has to approve");
        assertThat(run(release, schemas, findings).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void what_the_review_refuses_runs_with_no_approval() throws Exception {
        List<Database> schemas = databases(1);
        Release release = Releases.shard("refused")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .made();
        control.approvals().approve(release, "wang");

        assertThatThrownBy(() -> run(
                        release, schemas, List.of(new Finding(Level.ERROR, "no-where", "s.sql:1", "…", "all rows"))))
                .hasMessageStartingWith("the review refuses it");
    }

    @Test
    void a_driver_that_died_is_followed_by_another() throws Exception {
        List<Database> schemas = databases(2);
        Release release = Releases.shard("followed")
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .made();
        control.submit(release);
        control.drive("followed", "dead", Duration.ofSeconds(3), RunState.RUNNING);

        assertThat(run(release, schemas).driver()).isEqualTo("dead");
        assertThat(Awaitility.await()
                        .until(() -> run(release, schemas), run -> run.state() == RunState.DONE)
                        .driver())
                .isEqualTo("one");
    }

    @Test
    void a_canary_is_taken_back_and_what_was_never_begun_is_not_touched() throws Exception {
        List<Database> schemas = databases(2);
        Release release = Releases.shard("canary-back")
                .undone("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);", "DROP TABLE a;")
                .canary(schemas.get(0).schema())
                .check("SELECT COUNT(*) FROM a", "1")
                .made();
        run(release, schemas);

        assertThat(new ReleaseRun(release, shards(schemas), control, SETTINGS, notes)
                        .takeBack()
                        .state())
                .isEqualTo(RunState.TAKEN_BACK);
        assertThat(schemas.get(0).rows("SHOW TABLES LIKE 'a'")).isEmpty();
        assertThat(schemas.get(1).rows("SHOW TABLES")).isEmpty();
    }

    @Test
    void a_release_is_taken_back_where_it_has_run_and_nowhere_else() throws Exception {
        List<Database> schemas = databases(3);
        schemas.get(2).execute("CREATE TABLE a (id INT PRIMARY KEY)");
        Release release = Releases.shard("taken-back")
                .undone("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);", "DROP TABLE a;")
                .canary(schemas.get(0).schema())
                .made();
        run(release, schemas);

        RunRecord taken = new ReleaseRun(release, shards(schemas), control, SETTINGS, notes).takeBack();

        assertThat(taken.state()).isEqualTo(RunState.TAKEN_BACK);
        assertThat(schemas.get(0).rows("SHOW TABLES LIKE 'a'")).isEmpty();
        assertThat(schemas.get(1).rows("SHOW TABLES LIKE 'a'")).isEmpty();
        assertThat(schemas.get(2).rows("SHOW TABLES LIKE 'a'")).hasSize(1);
        assertThat(run(release, schemas).state()).isEqualTo(RunState.TAKEN_BACK);
    }

    private RunRecord run(Release release, List<Database> schemas) throws Exception {
        return run(release, schemas, List.of());
    }

    private RunRecord run(Release release, List<Database> schemas, List<Finding> findings) throws Exception {
        return new ReleaseRun(release, shards(schemas), control, SETTINGS, notes).run(findings);
    }

    private RunRecord quietly(Release release, List<Database> schemas, Control each) {
        try {
            return new ReleaseRun(release, shards(schemas), each, SETTINGS, notes).run(List.of());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Target> shards(List<Database> schemas) {
        return schemas.stream().map(Database::shard).toList();
    }

    private static List<Database> databases(int count) {
        return IntStream.range(0, count).mapToObj(number -> Database.fresh()).toList();
    }
}
