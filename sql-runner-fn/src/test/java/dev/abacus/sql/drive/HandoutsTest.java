package dev.abacus.sql.drive;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.Database;
import dev.abacus.sql.run.Releases;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.run.TargetReport.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets that are handed to whoever does the work, and drivers that follow each other. */
@WithServers(MARIADB)
class HandoutsTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Target ONE = target("one");
    private static final Target TWO = target("two");

    private final Database controlled = Database.fresh();
    private Control control;

    private static Target target(String name) {
        return Target.shard("db:3306", name, "nobody", "");
    }

    @BeforeEach
    void open() throws SQLException {
        control = Control.open(controlled.shard());
    }

    @AfterEach
    void close() throws SQLException {
        control.close();
    }

    private long driven(String name, Target... targets) throws SQLException {
        Release release = Releases.shard(name)
                .script("s.sql", "CREATE TABLE a (id INT PRIMARY KEY);")
                .made();
        List<String> names = List.of(targets).stream().map(Target::name).toList();
        control.submit(release);
        long epoch = control.drive(name, "functions/1", LEASE, RunState.RUNNING).orElseThrow();
        control.targets().plan(name, epoch, Rollout.of(release, names), names);
        return epoch;
    }

    private static TargetReport done(Target target) {
        return new TargetReport(target.name(), Outcome.DONE, 1, 0, 0, Duration.ZERO, "", false);
    }

    @Test
    void drivers_of_several_releases_together_give_a_server_no_more_than_it_takes() throws Exception {
        List<Target> targets = IntStream.range(0, 8)
                .mapToObj(number -> target("target_" + number))
                .toList();
        Target elsewhere = Target.shard("other:3306", "elsewhere", "nobody", "");
        for (String name : List.of("a", "b", "c", "d")) {
            driven(name, targets.toArray(Target[]::new));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String name : List.of("a", "b", "c", "d")) {
                threads.submit(() -> {
                    try (Control own = Control.reopen(controlled.shard())) {
                        for (Target target : targets) {
                            own.handouts().give(name, 1, List.of(target), 3);
                        }
                    }
                    return null;
                });
            }
        }

        assertThat(controlled.number("SELECT COUNT(*) FROM sql_release_handout WHERE open = 1"))
                .isEqualTo(3);
        assertThat(control.handouts().give("a", 1, List.of(elsewhere), 3)).hasSize(1);
    }

    @Test
    void as_many_at_once_as_there_are_places_and_in_their_order() throws SQLException {
        long epoch = driven("several", ONE, TWO, target("three"));

        assertThat(control.handouts().give("several", epoch, List.of(TWO, ONE, target("three")), 2))
                .extracting(Handout::target)
                .containsExactlyInAnyOrder("two", "one");
        assertThat(control.handouts().give("several", epoch, List.of(target("three")), 2))
                .isEmpty();
    }

    @Test
    void whoever_has_an_older_number_is_not_wanted_and_his_end_is_not_written() throws SQLException {
        long epoch = driven("again", ONE);
        Handout first = control.handouts().give("again", epoch, List.of(ONE), 4).getFirst();
        assertThat(control.handouts().wanted(first, RunState.RUNNING)).isTrue();
        Handout second =
                control.handouts().give("again", epoch, List.of(ONE), 4).getFirst();

        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(control.handouts().wanted(first, RunState.RUNNING)).isFalse();
        assertThat(control.handouts().end(first, done(ONE), TargetState.DONE)).isFalse();
        control.handouts().giveBack(first);
        assertThat(control.handouts().open("again")).containsOnlyKeys("one");

        assertThat(control.handouts().end(second, done(ONE), TargetState.DONE)).isTrue();
        assertThat(control.handouts().end(second, done(ONE), TargetState.FAILED))
                .as("twice is once")
                .isFalse();
        assertThat(control.targets().states("again")).containsEntry("one", TargetState.DONE);
        assertThat(control.handouts().open("again")).isEmpty();
    }

    @Test
    void what_was_silent_for_long_frees_its_place() throws SQLException {
        long epoch = driven("silent", ONE, TWO);
        control.handouts().give("silent", epoch, List.of(ONE), 1).getFirst();
        assertThat(control.handouts().give("silent", epoch, List.of(TWO), 1)).isEmpty();

        controlled.execute("UPDATE sql_release_handout SET heard_at = NOW(6) - INTERVAL 2 MINUTE");

        assertThat(control.handouts().open("silent")).isEmpty();
        assertThat(control.handouts().give("silent", epoch, List.of(TWO), 1)).isNotEmpty();
    }

    @Test
    void a_pause_withdraws_what_is_out_and_hands_out_nothing() throws SQLException {
        long epoch = driven("paused", ONE, TWO);
        Handout out = control.handouts().give("paused", epoch, List.of(ONE), 4).getFirst();

        control.ask("paused", RunState.PAUSED);

        assertThat(control.handouts().wanted(out, RunState.RUNNING)).isFalse();
        assertThat(control.handouts().give("paused", epoch, List.of(TWO), 4)).isEmpty();
    }

    @Test
    void the_next_attempt_of_a_driver_takes_over_at_once_and_ends_the_one_before() throws SQLException {
        long requested = driven("adopted", ONE);
        long first = control.adopt("adopted", "functions/1", LEASE).orElseThrow();
        long second = control.adopt("adopted", "functions/1", LEASE).orElseThrow();

        assertThat(List.of(first, second)).containsExactly(requested + 1, requested + 2);
        assertThat(control.beat("adopted", first, LEASE)).isFalse();
        assertThat(control.handouts().give("adopted", first, List.of(ONE), 4)).isEmpty();
        assertThat(control.beat("adopted", second, LEASE)).isTrue();
        assertThat(control.adopt("adopted", "functions/2", LEASE))
                .as("somebody else's driver")
                .isEqualTo(OptionalLong.empty());
    }

    @Test
    void a_driver_that_begins_after_a_pause_lets_go() throws SQLException {
        driven("late", ONE);
        control.ask("late", RunState.PAUSED);

        assertThat(control.adopt("late", "functions/1", LEASE)).isEqualTo(OptionalLong.empty());

        assertThat(control.find("late").orElseThrow().driven()).isFalse();
        assertThat(control.drive("late", "functions/2", LEASE, RunState.RUNNING))
                .isPresent();
    }
}
