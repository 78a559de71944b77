package dev.abacus.lane.control.domain;

import static dev.abacus.lane.control.domain.Stray.Verdict.IN_GOOD_HANDS;
import static dev.abacus.lane.control.domain.Stray.Verdict.STRAY;
import static dev.abacus.lane.control.domain.Stray.Verdict.TOO_EARLY_TO_SAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.domain.Stray.Fate;
import dev.abacus.lane.rules.LaneState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrayTest {

    private static final LaneTag TAG = new LaneTag("x", 3);
    private static final QueueId QUEUE = new QueueId("trade", "broker-a", 1);
    private static final QueueId LATER_QUEUE = new QueueId("trade", "broker-a", 9);

    private static Fate fate(LaneState state, boolean barrierTaken) {
        return new Fate(state, barrierTaken, barrierTaken ? Map.of(QUEUE, 100L) : Map.of());
    }

    @Test
    void a_living_lane_takes_care_of_its_messages() {
        assertThat(Stray.judge(TAG, true, fate(LaneState.PREPARING, false), QUEUE, 5))
                .isEqualTo(IN_GOOD_HANDS);
        assertThat(Stray.judge(TAG, true, fate(LaneState.ROUTABLE, false), QUEUE, 5))
                .isEqualTo(IN_GOOD_HANDS);
    }

    @Test
    void what_is_seen_before_the_barrier_is_begun_lies_before_it() {
        assertThat(Stray.judge(TAG, false, fate(LaneState.DRAINING, false), QUEUE, 5))
                .isEqualTo(IN_GOOD_HANDS);
    }

    @Test
    void while_the_barrier_is_taken_nothing_can_be_said() {
        assertThat(Stray.judge(TAG, true, fate(LaneState.DRAINING, false), QUEUE, 5))
                .isEqualTo(TOO_EARLY_TO_SAY);
    }

    @Test
    void what_lies_before_the_barrier_was_consumed_and_what_lies_beyond_was_not() {
        for (LaneState ended : new LaneState[] {LaneState.DRAINING, LaneState.RETIRED}) {
            assertThat(Stray.judge(TAG, true, fate(ended, true), QUEUE, 99)).isEqualTo(IN_GOOD_HANDS);
            assertThat(Stray.judge(TAG, true, fate(ended, true), QUEUE, 100)).isEqualTo(STRAY);
        }
    }

    @Test
    void a_queue_that_came_after_the_barrier_was_consumed_by_nobody() {
        assertThat(Stray.judge(TAG, true, fate(LaneState.RETIRED, true), LATER_QUEUE, 0))
                .isEqualTo(STRAY);
    }

    @Test
    void nobody_answers_for_a_tag_that_never_was_or_cannot_be_read() {
        assertThat(Stray.judge(TAG, true, null, QUEUE, 0)).isEqualTo(STRAY);
        assertThat(Stray.judge(null, true, null, QUEUE, 0)).isEqualTo(STRAY);
    }
}
