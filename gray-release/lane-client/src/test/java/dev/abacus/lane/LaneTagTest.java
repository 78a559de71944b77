package dev.abacus.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTagTest {

    @ParameterizedTest
    @ValueSource(strings = {"blue-1", "team-a-17", "x-2147483647"})
    void a_tag_reads_back_what_it_writes(String text) {
        assertThat(LaneTag.parse(text)).hasToString(text);
    }

    @Test
    void an_id_may_hold_dashes_and_the_generation_is_the_last_part() {
        assertThat(LaneTag.parse("team-a-17")).isEqualTo(new LaneTag("team-a", 17));
    }

    @Test
    void an_id_has_up_to_32_characters() {
        assertThat(new LaneTag("a".repeat(32), 1)).isEqualTo(LaneTag.parse("a".repeat(32) + "-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new LaneTag("a".repeat(33), 1));
    }

    @Test
    void tags_are_equal_when_both_parts_are() {
        assertThat(new LaneTag("blue", 3))
                .isEqualTo(new LaneTag("blue", 3))
                .hasSameHashCodeAs(new LaneTag("blue", 3))
                .isNotEqualTo(new LaneTag("blue", 4))
                .isNotEqualTo(new LaneTag("green", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "blue",
                "-1",
                "blue-",
                "blue-0",
                "blue--1",
                "Blue-1",
                "b lue-1",
                "1blue-1",
                "blue_a-1",
                "bl\u00fce-1",
                "blue-99999999999"
            })
    void what_is_not_a_tag_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LaneTag.parse(text));
    }

    @Test
    void the_lane_is_kept_in_the_baggage_of_the_context() {
        assertThat(LaneContext.current()).isEmpty();
        try (var scope = LaneContext.enter(new LaneTag("blue", 3))) {
            assertThat(LaneContext.current()).contains(new LaneTag("blue", 3));
            assertThat(Baggage.current().getEntryValue("abacus.lane")).isEqualTo("blue-3");
        }
        assertThat(LaneContext.current()).isEmpty();
    }

    @Test
    void who_decides_says_by_which_rules() {
        try (var on = LaneContext.enter(new LaneTag("blue", 3), 7)) {
            assertThat(LaneContext.ruleVersion(Context.current())).isEqualTo(7);
            try (var off = LaneContext.enter(null, 8)) {
                assertThat(Baggage.current().isEmpty()).isTrue();
            }
        }
    }

    @Test
    void entering_no_lane_returns_to_the_baseline_and_keeps_other_baggage() {
        Context onLane = LaneContext.with(
                Context.root().with(Baggage.builder().put("other", "kept").build()), new LaneTag("blue", 3));
        Context back = LaneContext.with(onLane, null);
        assertThat(LaneContext.in(back)).isEmpty();
        assertThat(Baggage.fromContext(back).getEntryValue("other")).isEqualTo("kept");
    }

    @Test
    void a_tag_that_nobody_can_read_counts_as_the_baseline() {
        Context garbage =
                Context.root().with(Baggage.builder().put("abacus.lane", "%%%").build());
        assertThat(LaneContext.in(garbage)).isEmpty();
    }
}
