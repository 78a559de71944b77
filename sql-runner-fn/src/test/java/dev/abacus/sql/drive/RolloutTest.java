package dev.abacus.sql.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.sql.drive.Course.Finished;
import dev.abacus.sql.drive.Course.Stuck;
import dev.abacus.sql.drive.Course.Work;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.release.Wave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolloutTest {

    private static final List<String> TARGETS =
            IntStream.range(0, 20).mapToObj(number -> "s" + number).toList();

    private final Map<String, TargetState> states = new HashMap<>();

    @Test
    void canaries_come_first_then_a_share_then_the_rest() {
        Rollout rollout = rollout(0, new Wave("canary", List.of("s7"), 0), new Wave("tenth", List.of(), 10));

        assertThat(rollout.next(states)).isEqualTo(new Work(0, List.of("s7")));
        states.put("s7", TargetState.DONE);
        assertThat(rollout.next(states)).isEqualTo(new Work(1, List.of("s0", "s1")));
        states.put("s0", TargetState.DONE);
        assertThat(rollout.next(states)).isEqualTo(new Work(1, List.of("s1")));
        states.put("s1", TargetState.DONE);
        assertThat(rollout.next(states)).isInstanceOfSatisfying(Work.class, work -> assertThat(work.targets())
                .hasSize(17)
                .doesNotContain("s7", "s0", "s1"));
        TARGETS.forEach(target -> states.put(target, TargetState.DONE));
        assertThat(rollout.next(states)).isEqualTo(new Finished());
    }

    @Test
    void a_failure_keeps_the_next_wave_from_beginning() {
        Rollout rollout = rollout(0, new Wave("canary", List.of("s7"), 0));
        states.put("s7", TargetState.FAILED);

        assertThat(rollout.next(states)).isEqualTo(new Stuck(0, List.of("s7")));
    }

    @Test
    void tolerated_failures_do_not() {
        Rollout rollout = rollout(1, new Wave("canary", List.of("s7", "s8"), 0));
        states.put("s7", TargetState.FAILED);

        assertThat(rollout.next(states)).isEqualTo(new Work(0, List.of("s8")));
        states.put("s8", TargetState.DONE);
        assertThat(rollout.next(states)).isInstanceOfSatisfying(Work.class, work -> assertThat(work.wave())
                .isEqualTo(1));
    }

    @Test
    void a_wave_names_targets_that_there_are() {
        assertThatThrownBy(() -> rollout(0, new Wave("canary", List.of("s99"), 0)))
                .hasMessage("wave canary names s99, which is no target");
    }

    private static Rollout rollout(int tolerate, Wave... waves) {
        List<Wave> all = new ArrayList<>(List.of(waves));
        all.add(Wave.rest());
        return Rollout.of(new Release("r", "li", TargetKind.SHARD, List.of(), all, List.of(), 4, tolerate), TARGETS);
    }
}
