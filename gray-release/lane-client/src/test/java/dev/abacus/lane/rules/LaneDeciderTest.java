package dev.abacus.lane.rules;

import static dev.abacus.lane.rules.LaneMother.AUTUMN;
import static dev.abacus.lane.rules.LaneMother.NOW;
import static dev.abacus.lane.rules.LaneMother.SPRING;
import static dev.abacus.lane.rules.LaneMother.deciding;
import static dev.abacus.lane.rules.LaneMother.drawing;
import static dev.abacus.lane.rules.LaneMother.lane;
import static dev.abacus.lane.rules.LaneMother.named;
import static dev.abacus.lane.rules.LaneMother.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.abacus.lane.rules.Decision.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaneDeciderTest {

    private static final long TENANT = 911_780_140_087_579_868L;

    @Test
    void without_rules_everybody_is_on_the_baseline() {
        var decision = new LaneDecider(LaneRules.none(), () -> NOW).decide(TENANT);

        assertThat(decision).isEqualTo(new Decision(null, Reason.NO_RULE));
    }

    @Test
    void a_named_tenant_is_on_its_lane_and_its_neighbour_is_not() {
        var decider = deciding(named(SPRING, TENANT));

        assertThat(decider.decide(TENANT)).isEqualTo(new Decision(SPRING, Reason.TENANT_LIST));
        assertThat(decider.decide(TENANT + 1).tag()).isEmpty();
    }

    @Test
    void a_list_beats_the_percentage_of_an_older_lane() {
        var decider = deciding(drawing(AUTUMN, LaneRule.EVERYBODY), named(SPRING, TENANT));

        assertThat(decider.decide(TENANT).lane()).isEqualTo(SPRING);
        assertThat(decider.decide(TENANT + 1)).isEqualTo(new Decision(AUTUMN, Reason.PERCENTAGE));
    }

    @Test
    void a_denied_tenant_is_not_drawn() {
        var denying = lane(
                SPRING,
                LaneKind.GRAY,
                LaneState.ROUTABLE,
                TenantIds.none(),
                TenantIds.of(TENANT),
                LaneRule.EVERYBODY,
                Window.ALWAYS);

        assertThat(deciding(denying).decide(TENANT)).isEqualTo(new Decision(null, Reason.DENIED));
        assertThat(deciding(denying).decide(TENANT + 1).lane()).isEqualTo(SPRING);
    }

    @Test
    void what_one_lane_denies_another_may_take() {
        var denying = lane(
                SPRING,
                LaneKind.GRAY,
                LaneState.ROUTABLE,
                TenantIds.of(TENANT),
                TenantIds.of(TENANT),
                0,
                Window.ALWAYS);

        assertThat(deciding(denying).decide(TENANT).tag()).isEmpty();
        assertThat(deciding(denying, drawing(AUTUMN, LaneRule.EVERYBODY))
                        .decide(TENANT)
                        .lane())
                .isEqualTo(AUTUMN);
    }

    @Test
    void the_kill_switch_beats_everything() {
        var killed = new LaneRules(8, NOW, true, null, List.of(named(SPRING, TENANT), project(AUTUMN)));

        assertThat(new LaneDecider(killed, () -> NOW).decide(TENANT, AUTUMN))
                .isEqualTo(new Decision(null, Reason.KILL_SWITCH));
    }

    @Test
    void a_session_key_opens_a_projects_lane_and_no_gray_release() {
        var decider = deciding(project(AUTUMN), named(SPRING));

        assertThat(decider.decide(TENANT, AUTUMN)).isEqualTo(new Decision(AUTUMN, Reason.SESSION_KEY));
        assertThat(decider.decide(TENANT, SPRING).tag()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = LaneState.class,
            names = {"PREPARING", "DRAINING", "RETIRED"})
    void only_a_routable_lane_takes_tenants(LaneState state) {
        var lane = lane(
                SPRING,
                LaneKind.GRAY,
                state,
                TenantIds.of(TENANT),
                TenantIds.none(),
                LaneRule.EVERYBODY,
                Window.ALWAYS);

        assertThat(deciding(lane).decide(TENANT).tag()).isEmpty();
        assertThat(deciding(lane).decide(TENANT + 1).tag()).isEmpty();
    }

    @Test
    void a_window_takes_its_first_moment_and_not_its_last() {
        Instant from = NOW;
        Instant until = NOW.plusSeconds(60);
        var rules = LaneMother.rules(lane(
                SPRING,
                LaneKind.GRAY,
                LaneState.ROUTABLE,
                TenantIds.of(TENANT),
                TenantIds.none(),
                0,
                new Window(from, until)));

        assertThat(at(rules, from.minusNanos(1))).isNull();
        assertThat(at(rules, from)).isEqualTo(SPRING);
        assertThat(at(rules, until.minusNanos(1))).isEqualTo(SPRING);
        assertThat(at(rules, until)).isNull();
    }

    private static Object at(LaneRules rules, Instant moment) {
        return new LaneDecider(rules, () -> moment).decide(TENANT).lane();
    }

    @Property(tries = 200)
    void raising_a_percentage_only_adds_tenants(
            @ForAll long tenant,
            @ForAll @IntRange(max = LaneRule.EVERYBODY) int some,
            @ForAll @IntRange(max = LaneRule.EVERYBODY) int more) {
        int low = Math.min(some, more);
        int high = Math.max(some, more);

        if (deciding(drawing(SPRING, low)).decide(tenant).lane() != null) {
            assertThat(deciding(drawing(SPRING, high)).decide(tenant).lane()).isEqualTo(SPRING);
        }
    }

    @Test
    void a_percentage_takes_that_share_of_the_tenants() {
        var decider = deciding(drawing(SPRING, 2_500));
        long first = 911_780_140_087_579_868L;

        long taken = LongStream.range(first, first + 100_000)
                .filter(tenant -> decider.decide(tenant).lane() != null)
                .count();

        assertThat(taken / 100_000.0).isCloseTo(0.25, within(0.01));
    }

    @Test
    void a_tenant_gets_the_same_answer_again_whoever_was_asked_about_in_between() {
        var decider = deciding(drawing(SPRING, 3_000), drawing(AUTUMN, 3_000));
        List<Object> first = LongStream.range(0, 200_000)
                .mapToObj(tenant -> (Object) decider.decide(tenant))
                .toList();

        assertThat(LongStream.range(0, 200_000)
                        .mapToObj(tenant -> (Object) decider.decide(tenant))
                        .toList())
                .isEqualTo(first);
    }

    @Test
    void two_lanes_draw_their_tenants_apart() {
        var spring = deciding(drawing(SPRING, 5_000));
        var autumn = deciding(drawing(AUTUMN, 5_000));

        long both = LongStream.range(0, 10_000)
                .filter(tenant -> spring.decide(tenant).lane() != null)
                .filter(tenant -> autumn.decide(tenant).lane() != null)
                .count();

        assertThat(both / 10_000.0).isCloseTo(0.25, within(0.03));
    }
}
