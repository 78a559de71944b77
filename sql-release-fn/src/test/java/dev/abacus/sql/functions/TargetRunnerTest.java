package dev.abacus.sql.functions;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.abacus.function.testkit.FunctionUnderTest;
import dev.abacus.function.testkit.Outcome;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.Handout;
import dev.abacus.sql.drive.Rollout;
import dev.abacus.sql.drive.RunState;
import dev.abacus.sql.drive.TargetRecord;
import dev.abacus.sql.drive.TargetState;
import dev.abacus.sql.functions.Events.Wanted;
import dev.abacus.sql.place.Place;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseFiles;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One target, as the runtime calls for it: what is an attempt that failed, and what is the release's own failure. */
@WithServers(MARIADB)
class TargetRunnerTest {

    private final Shards shards = Shards.fresh(1);
    private final Place place = Place.of(shards.settings()::get);
    private final FunctionUnderTest function =
            set(FunctionUnderTest.of(new TargetRunner()).named("sql-target"));
    private Control control;

    private FunctionUnderTest set(FunctionUnderTest function) {
        shards.settings().forEach(function::setting);
        return function;
    }

    @BeforeEach
    void open() throws Exception {
        control = Control.open(place.controlled());
    }

    @AfterEach
    void close() throws Exception {
        control.close();
    }

    /** Submitted, driven and handed out. */
    private Wanted handedOut(String more, String sql) throws Exception {
        return handedOut(shards.name(0), more, sql);
    }

    private Wanted handedOut(String target, String more, String sql) throws Exception {
        String scripts = more.contains("scripts:") ? "" : "scripts: [a.sql]\n";
        Map<String, String> texts = new HashMap<>(
                Map.of("release.yaml", "name: one\nauthor: li\ntarget: shard\n" + scripts + more, "a.sql", sql));
        if (more.contains("undo.sql")) {
            texts.put("undo.sql", "DROP TABLE a;");
        }
        ReleaseFiles files = new ReleaseFiles(texts);
        Release release = files.release();
        control.submit(release);
        control.shelf().put(release, files);
        long epoch = control.drive("one", "functions/1", Duration.ofSeconds(30), RunState.RUNNING)
                .orElseThrow();
        control.targets().plan("one", epoch, Rollout.of(release, List.of(target)), List.of(target));
        Handout handout = control.handouts()
                .give("one", epoch, List.of(place.shard(target)), 1)
                .getFirst();
        return new Wanted(handout, release.checksum(), false);
    }

    private TargetRecord kept() throws Exception {
        return control.targets().of("one").getFirst();
    }

    @Test
    void what_the_database_refuses_is_the_releases_failure_and_not_the_invocations() throws Exception {
        Wanted wanted = handedOut("", "INSERT INTO gone (id) VALUES (1);");

        assertThat(function.call(wanted.event()).succeeded()).isTrue();

        assertThat(kept().state()).isEqualTo(TargetState.FAILED);
        assertThat(kept().message()).contains("gone");
    }

    @Test
    void a_release_may_want_a_target_tried_again() throws Exception {
        Wanted wanted = handedOut("retry: 1\n", "INSERT INTO gone (id) VALUES (1);");

        assertThat(function.attempt(1).call(wanted.event()).failure()).isInstanceOf(TryAgain.class);
        assertThat(kept().state()).isEqualTo(TargetState.WAITING);
        shards.execute(0, "CREATE TABLE gone (id INT PRIMARY KEY)");
        assertThat(function.attempt(2).call(wanted.event()).succeeded()).isTrue();

        assertThat(kept().state()).isEqualTo(TargetState.DONE);
    }

    @Test
    void a_server_that_is_away_is_an_attempt_that_failed() throws Exception {
        String away = "127.0.0.1:1/" + shards.name(0);
        Wanted wanted = handedOut(away, "", "CREATE TABLE a (id INT PRIMARY KEY);");

        assertThat(function.setting("abacus.shards", away).call(wanted.event()).failure())
                .isInstanceOf(TryAgain.class);
        assertThat(kept().state()).isEqualTo(TargetState.WAITING);
        assertThat(control.handouts().open("one")).hasSize(1);
    }

    @Test
    void a_target_that_somebody_else_works_on_is_an_attempt_that_failed() throws Exception {
        Wanted wanted = handedOut("", "CREATE TABLE a (id INT PRIMARY KEY);");
        String target = shards.name(0);
        try (Connection other = TestSchemas.connect(target);
                Statement statement = other.createStatement()) {
            statement.execute(
                    "CREATE TABLE sql_lease (target VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,"
                            + " epoch BIGINT NOT NULL, owner VARCHAR(100) NOT NULL, expires_at DATETIME(6) NOT NULL,"
                            + " PRIMARY KEY (target))");
            statement.execute(
                    "INSERT INTO sql_lease VALUES ('" + target + "', 1, 'somebody', NOW(6) + INTERVAL 1 MINUTE)");
            statement.execute(
                    "SELECT GET_LOCK(CONCAT('abacus-sql-', LEFT(SHA2('" + target + "|" + target + "', 256), 40)), 0)");

            Outcome outcome = function.call(wanted.event());

            assertThat(outcome.failure()).isInstanceOf(TryAgain.class).hasMessageContaining("somebody works on it");
        }
        assertThat(function.attempt(2).call(wanted.event()).succeeded()).isTrue();
        assertThat(kept().state()).isEqualTo(TargetState.DONE);
    }

    @Test
    void one_whose_release_is_paused_stops_at_the_next_statement_and_waits() throws Exception {
        Wanted wanted =
                handedOut("", "CREATE TABLE a (id INT PRIMARY KEY);\nDO SLEEP(1.5);\nINSERT INTO a VALUES (1);");
        CompletableFuture<Outcome> paused = CompletableFuture.supplyAsync(() -> function.call(wanted.event()));
        Awaitility.await().until(() -> shards.has(0, "a"));
        control.ask("one", RunState.PAUSED);
        assertThat(paused.join().succeeded()).isTrue();
        assertThat(kept().state()).isEqualTo(TargetState.WAITING);
        assertThat(kept().ran()).isEqualTo(2);
        assertThat(control.handouts().open("one")).isEmpty();
    }

    @Test
    void one_whose_release_is_taken_back_meanwhile_stops_going_forward_and_leaves_the_target_to_who_takes_it_back()
            throws Exception {
        Wanted forward = handedOut(
                "scripts: [{file: a.sql, compensation: undo.sql}]\n",
                "CREATE TABLE a (id INT PRIMARY KEY);\nDO SLEEP(1.5);\nINSERT INTO a VALUES (1);");
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> function.call(forward.event()));
        Awaitility.await().until(() -> shards.has(0, "a"));

        control.ask("one", RunState.ABORTED);
        control.finish("one", 1, RunState.ABORTED, "");
        long epoch = control.drive("one", "functions/2", Duration.ofSeconds(30), RunState.TAKING_BACK)
                .orElseThrow();
        control.handouts().withdraw("one");
        control.targets().planBack("one", epoch);
        Handout handout = control.handouts()
                .give("one", epoch, List.of(place.shard(shards.name(0))), 1)
                .getFirst();
        Wanted back = new Wanted(handout, forward.checksum(), true);
        Outcome early = function.attempt(1).call(back.event());

        assertThat(early.failure()).as("the target is still another's").isInstanceOf(TryAgain.class);
        assertThat(running.join().succeeded()).isTrue();
        assertThat(kept().state()).as("it is heard no more").isEqualTo(TargetState.WAITING);
        assertThat(shards.ledger(0, "one")).hasSize(2).allMatch(line -> line.contains(" DONE "));
        assertThat(function.attempt(2).call(back.event()).succeeded()).isTrue();
        assertThat(kept().state()).isEqualTo(TargetState.UNDONE);
        assertThat(shards.has(0, "a")).isFalse();
    }

    @Test
    void what_was_to_be_run_is_not_taken_for_what_is_to_be_taken_back() throws Exception {
        Wanted forward = handedOut("", "CREATE TABLE a (id INT PRIMARY KEY);");
        Wanted back = new Wanted(forward.handout(), forward.checksum(), true);

        assertThat(function.call(back.event()).succeeded()).isTrue();

        assertThat(shards.has(0, "a")).isFalse();
        assertThat(kept().state()).isEqualTo(TargetState.WAITING);
    }

    @Test
    void a_cancelled_invocation_leaves_a_target_that_a_resume_goes_on_with() throws Exception {
        Wanted wanted = handedOut("", "CREATE TABLE a (id INT PRIMARY KEY);\nDO SLEEP(1);\nINSERT INTO a VALUES (1);");
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> function.call(wanted.event()));
        Awaitility.await().until(() -> shards.has(0, "a"));
        function.cancel();

        assertThat(running.join().succeeded()).isTrue();
        assertThat(kept().state()).isEqualTo(TargetState.FAILED);
        assertThat(kept().message()).contains("cancelled");
    }

    @Test
    void what_is_handed_out_under_another_number_is_left_alone() throws Exception {
        Wanted wanted = handedOut("", "CREATE TABLE a (id INT PRIMARY KEY);");
        Wanted older = new Wanted(
                new Handout("one", wanted.handout().target(), wanted.handout().number() - 1), wanted.checksum(), false);

        assertThat(function.call(older.event()).succeeded()).isTrue();

        assertThat(shards.has(0, "a")).isFalse();
        assertThat(control.handouts().open("one")).hasSize(1);
    }

    @Test
    void a_target_outside_of_the_shards_is_refused() throws Exception {
        Wanted wanted = handedOut("", "CREATE TABLE a (id INT PRIMARY KEY);");
        FunctionUnderTest narrower =
                set(FunctionUnderTest.of(new TargetRunner())).setting("abacus.shards", "somewhere_else");

        Outcome outcome = narrower.call(wanted.event());

        assertThat(outcome.failure()).hasMessageContaining("is in no shard that abacus.shards names");
        assertThat(shards.has(0, "a")).isFalse();
    }

    @Test
    void one_that_has_no_attempts_left_is_told_to_the_driver_and_has_failed() throws Exception {
        Wanted wanted = handedOut("", "CREATE TABLE a (id INT PRIMARY KEY);");
        ObjectNode told = Events.JSON.createObjectNode().put("attempts", 21);
        told.putObject("failure").put("message", "its process died");
        told.putObject("event").put("data_base64", wanted.event().getData().toBytes());

        assertThat(set(FunctionUnderTest.of(new ReleaseDriver()))
                        .call(Events.of(Events.FAILED, "f-1", told))
                        .succeeded())
                .isTrue();

        assertThat(kept().state()).isEqualTo(TargetState.FAILED);
        assertThat(kept().message()).isEqualTo("given up after 21 attempts: its process died");
    }

    @Test
    void none_of_the_three_serves_a_tenant() throws Exception {
        Wanted wanted = handedOut("", "CREATE TABLE a (id INT PRIMARY KEY);");
        for (var each : List.of(new TargetRunner(), new ReleaseDriver(), new ReleaseDoor())) {
            Outcome outcome = set(FunctionUnderTest.of(each)).tenant("42").call(wanted.event());
            assertThat(outcome.failure()).isInstanceOf(Refused.class).hasMessageContaining("this call is a tenant's");
        }
        assertThat(shards.has(0, "a")).isFalse();
    }
}
