package dev.abacus.sql.functions;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.function.testkit.FunctionUnderTest;
import dev.abacus.function.testkit.Outcome;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.ReleaseRun;
import dev.abacus.sql.drive.RunRecord;
import dev.abacus.sql.drive.RunState;
import dev.abacus.sql.functions.Events.Drive;
import dev.abacus.sql.place.Place;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseFiles;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A driver whose targets nobody works on: how it ends, and how another attempt goes on. */
@WithServers(MARIADB)
class ReleaseDriverTest {

    private static final int PARALLEL = 3;

    private final Shards shards = Shards.fresh(5);
    private final Place place = Place.of(shards.settings()::get);
    private Control control;

    @BeforeEach
    void open() throws Exception {
        control = Control.open(place.controlled());
    }

    @AfterEach
    void close() throws Exception {
        control.close();
    }

    private FunctionUnderTest driver() {
        FunctionUnderTest function = FunctionUnderTest.of(new ReleaseDriver()).named("sql-driver");
        shards.settings().forEach(function::setting);
        return function;
    }

    private Drive submitted() throws Exception {
        ReleaseFiles files = new ReleaseFiles(Map.of(
                "release.yaml",
                "name: driven\nauthor: li\ntarget: shard\nparallel: " + PARALLEL + "\nscripts: [a.sql]\n",
                "a.sql",
                "CREATE TABLE a (id INT PRIMARY KEY);"));
        Release release = files.release();
        control.submit(release);
        control.shelf().put(release, files);
        long epoch = control.drive("driven", "functions/1", Duration.ofSeconds(30), RunState.RUNNING)
                .orElseThrow();
        return new Drive("driven", "functions/1", epoch);
    }

    private static CompletableFuture<Outcome> begun(FunctionUnderTest driver, Drive drive) {
        CompletableFuture<Outcome> running = new CompletableFuture<>();
        // of its own: two drivers at once are more than the common pool of a small machine has threads
        Thread.ofVirtual().start(() -> running.complete(driver.call(drive.event())));
        Awaitility.await()
                .until(() -> running.isDone() || driver.platform().submitted().size() == PARALLEL);
        assertThat(driver.platform().submitted())
                .as(() -> String.valueOf(running.getNow(null)))
                .hasSize(PARALLEL);
        return running;
    }

    private static List<String> handedIn(FunctionUnderTest driver) {
        return driver.platform().submitted().stream()
                .map(submitted -> submitted.function() + " " + submitted.event().getId())
                .sorted()
                .toList();
    }

    private RunRecord kept() throws Exception {
        return control.find("driven").orElseThrow();
    }

    @Test
    void another_attempt_hands_in_again_what_was_out_under_the_same_ids_and_the_one_before_ends() throws Exception {
        Drive drive = submitted();
        FunctionUnderTest first = driver();
        CompletableFuture<Outcome> before = begun(first, drive);
        FunctionUnderTest second = driver();
        CompletableFuture<Outcome> after = begun(second, drive);

        assertThat(before.join().succeeded()).isTrue();
        assertThat(handedIn(second)).isEqualTo(handedIn(first)).hasSize(PARALLEL);
        assertThat(handedIn(first).getFirst()).isEqualTo("sql-target target/driven/" + shards.name(0) + "/1");
        assertThat(kept().state()).isEqualTo(RunState.RUNNING);

        second.cancel();
        after.join();
    }

    @Test
    void a_driver_that_is_cancelled_pauses_its_release() throws Exception {
        FunctionUnderTest driver = driver();
        CompletableFuture<Outcome> running = begun(driver, submitted());
        driver.cancel();

        assertThat(running.join().succeeded()).isTrue();
        assertThat(kept().state()).isEqualTo(RunState.PAUSED);
        assertThat(kept().message()).contains("its driver was cancelled");
        assertThat(kept().driven()).isFalse();
    }

    @Test
    void one_whose_time_is_over_leaves_the_release_to_its_next_attempt() throws Exception {
        FunctionUnderTest driver = driver();
        CompletableFuture<Outcome> running = begun(driver, submitted());
        driver.clock().advance(Duration.ofDays(1));
        driver.cancel();

        assertThat(running.join().failure()).isInstanceOf(TryAgain.class);
        assertThat(kept().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void whoever_drives_from_a_terminal_takes_over_what_is_out() throws Exception {
        FunctionUnderTest driver = driver();
        CompletableFuture<Outcome> running = begun(driver, submitted());
        driver.cancel();
        running.join();
        assertThat(control.handouts().open("driven")).hasSize(PARALLEL);

        Release release = Texts.read(control, "driven", kept().checksum());
        RunRecord end = new ReleaseRun(
                        release, place.targets(release), control, RunSettings.standard("terminal"), Progress.silent())
                .run(List.of());

        assertThat(end.state()).isEqualTo(RunState.DONE);
        assertThat(control.handouts().open("driven")).isEmpty();
    }

    @Test
    void a_release_that_cannot_be_read_any_more_has_failed_and_says_why() throws Exception {
        Drive drive = submitted();
        try (var connection = TestSchemas.connect(shards.control());
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM sql_release_file");
        }

        assertThat(driver().call(drive.event()).data()).contains("\"state\":\"FAILED\"");
        assertThat(kept().message()).contains("was not handed in here");
    }
}
