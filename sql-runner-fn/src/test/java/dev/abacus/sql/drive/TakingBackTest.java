package dev.abacus.sql.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.sql.drive.Course.Finished;
import dev.abacus.sql.drive.Course.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is taken back next. */
class TakingBackTest {

    private static Map<String, TargetState> states(TargetState... states) {
        Map<String, TargetState> all = new LinkedHashMap<>();
        for (TargetState state : states) {
            all.put("s" + all.size(), state);
        }
        return all;
    }

    @Test
    void all_that_has_run_or_may_have_begun_is_taken_back_and_what_came_last_goes_first() {
        assertThat(new TakingBack()
                        .next(states(TargetState.DONE, TargetState.UNDONE, TargetState.DONE, TargetState.WAITING)))
                .isEqualTo(new Work(0, List.of("s3", "s2", "s0")));
    }

    @Test
    void one_that_failed_is_not_tried_again_and_keeps_none_of_the_others() {
        assertThat(new TakingBack().next(states(TargetState.FAILED, TargetState.FAILED, TargetState.DONE)))
                .isEqualTo(new Work(0, List.of("s2")));
        assertThat(new TakingBack().next(states(TargetState.FAILED, TargetState.UNDONE)))
                .isEqualTo(new Finished());
    }
}
