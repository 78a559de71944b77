package dev.abacus.lane.obey;

import static dev.abacus.lane.obey.Rules.SPRING;
import static dev.abacus.lane.obey.Rules.lane;
import static dev.abacus.lane.obey.Rules.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneRules;
import dev.abacus.lane.rules.LaneState;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveRulesTest {

    private final ActiveRules rules = new ActiveRules(() -> Instant.EPOCH);

    @Test
    void newer_rules_replace_older_ones_and_older_ones_are_passed_over() {
        List<Long> told = new ArrayList<>();
        rules.whenChanged(changed -> told.add(changed.version()));

        assertThat(rules.accept(of(2))).isTrue();
        assertThat(rules.accept(of(1))).isFalse();
        assertThat(rules.accept(of(2))).isFalse();
        assertThat(rules.accept(of(3))).isTrue();

        assertThat(rules.version()).isEqualTo(3);
        assertThat(told).containsExactly(2L, 3L);
    }

    @Test
    void rules_from_an_earlier_run_hold_until_any_are_published() {
        rules.begin(of(99, lane(SPRING, LaneState.ROUTABLE, false, "trade-service")));
        assertThat(rules.mayTag(SPRING)).isTrue();

        assertThat(rules.accept(of(1))).as("another record may count from 1").isTrue();

        assertThat(rules.mayTag(SPRING)).isFalse();
    }

    @Test
    void only_a_routable_lane_may_be_tagged_but_a_draining_one_lives() {
        rules.accept(of(1, lane(SPRING, LaneState.DRAINING, false, "trade-service")));

        assertThat(rules.mayTag(SPRING)).isFalse();
        assertThat(rules.living(SPRING)).isTrue();
        assertThat(rules.living(LaneTag.parse("spring-2"))).isFalse();
    }

    @Test
    void nothing_is_tagged_while_everything_is_switched_off() {
        var lane = lane(SPRING, LaneState.ROUTABLE, false, "trade-service");
        rules.accept(new LaneRules(1, Instant.EPOCH, true, null, List.of(lane)));

        assertThat(rules.mayTag(SPRING)).isFalse();
    }

    @Test
    void a_tag_is_set_while_the_lease_holds_and_else_left_out_with_its_baggage() {
        rules.accept(of(1, lane(SPRING, LaneState.ROUTABLE, false, "trade-service")));
        Context origin = LaneContext.with(Context.root(), SPRING);
        var leased = new Tags(rules, () -> true);
        var expired = new Tags(rules, () -> false);

        assertThat(leased.of(origin)).hasValue(SPRING);
        assertThat(leased.onward(origin)).isSameAs(origin);
        assertThat(expired.of(origin)).isEmpty();
        assertThat(Baggage.fromContext(expired.onward(origin)).isEmpty()).isTrue();
    }

    @Test
    void work_of_a_lane_that_is_over_goes_on_without_the_tag() {
        rules.accept(of(1));
        var tags = new Tags(rules, () -> true);

        assertThat(LaneContext.in(tags.living(LaneContext.with(Context.root(), SPRING))))
                .isEmpty();
    }

    @Test
    void before_rules_are_published_no_lane_is_over() {
        var tags = new Tags(rules, () -> true);
        Context origin = LaneContext.with(Context.root(), SPRING);
        assertThat(tags.living(origin)).isSameAs(origin);

        rules.begin(of(99));

        assertThat(tags.living(origin)).as("the lane may be younger than these").isSameAs(origin);
    }

    @Test
    void a_lane_that_newer_rules_have_chosen_is_not_over() {
        rules.accept(of(4));
        var tags = new Tags(rules, () -> true);

        assertThat(LaneContext.in(tags.living(chosenBy(5)))).hasValue(SPRING);
        assertThat(LaneContext.in(tags.living(chosenBy(4)))).isEmpty();
    }

    private static Context chosenBy(long ruleVersion) {
        try (Scope entered = LaneContext.enter(SPRING, ruleVersion)) {
            return Context.current();
        }
    }

    @Test
    void the_last_good_rules_are_kept_on_disk_whole(@TempDir Path directory) {
        var file = new RulesFile(directory.resolve("state/rules.json"));
        assertThat(file.read()).isEmpty();

        file.write(of(7, lane(SPRING, LaneState.ROUTABLE, false, "trade-service")));

        assertThat(file.read()).hasValue(of(7, lane(SPRING, LaneState.ROUTABLE, false, "trade-service")));
    }

    @Test
    void a_broken_file_counts_as_none(@TempDir Path directory) throws IOException {
        Path path = Files.writeString(directory.resolve("rules.json"), "{\"version\":");

        assertThat(new RulesFile(path).read()).isEmpty();
    }
}
