package dev.abacus.lane.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.lane.LaneTag;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapTest {

    private static final LaneTag LANE = new LaneTag("spring", 1);

    private static Effect handled(String lane, long sent, long done) {
        return new Effect(7, 1, "line-1", lane, lane, "base-1", 0, sent * 1_000, done * 1_000);
    }

    private static Gap between(long from, long until, Effect... effects) {
        return Ledger.gap(List.of(effects), LANE, from * 1_000, until * 1_000);
    }

    @Test
    void it_lasts_from_the_moment_of_the_kill_to_the_first_message_after() {
        Gap gap = between(
                100, 200, handled("spring-1", 90, 95), handled("spring-1", 110, 150), handled("spring-1", 155, 160));

        assertThat(gap.silence()).hasMillis(50);
        assertThat(gap.longestWait()).hasMillis(40);
    }

    @Test
    void it_counts_whole_when_it_ends_after_the_time_looked_at() {
        assertThat(between(100, 200, handled("spring-1", 120, 900)).silence()).hasMillis(800);
    }

    @Test
    void other_lanes_do_not_fill_it() {
        Gap gap = between(
                100, 200, handled(null, 110, 110), handled("spring-2", 120, 121), handled("spring-1", 105, 180));

        assertThat(gap.silence()).hasMillis(80);
    }
}
