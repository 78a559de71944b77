package dev.abacus.lane.rules;

import static dev.abacus.lane.rules.LaneMother.AUTUMN;
import static dev.abacus.lane.rules.LaneMother.NOW;
import static dev.abacus.lane.rules.LaneMother.SPRING;
import static dev.abacus.lane.rules.LaneMother.lane;
import static dev.abacus.lane.rules.LaneMother.named;
import static dev.abacus.lane.rules.LaneMother.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.lane.LaneTag;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneRulesTest {

    @Test
    void a_tenant_on_two_active_lists_is_refused() {
        assertThatThrownBy(() -> rules(named(SPRING, 1, 2), named(AUTUMN, 2, 3)))
                .isInstanceOfSatisfying(LaneRules.SharedTenant.class, refused -> {
                    assertThat(refused.tenant()).isEqualTo(2);
                    assertThat(refused.holder()).isEqualTo(SPRING);
                });
    }

    @Test
    void a_tenant_may_move_on_to_the_lane_of_the_next_window() {
        var noon = NOW.plusSeconds(7_200);

        assertThat(rules(during(SPRING, new Window(null, noon)), during(AUTUMN, new Window(noon, null)))
                        .lanes())
                .hasSize(2);
    }

    @Test
    void a_lane_that_drains_no_longer_holds_its_tenants() {
        var draining =
                lane(SPRING, LaneKind.GRAY, LaneState.DRAINING, TenantIds.of(2), TenantIds.none(), 0, Window.ALWAYS);

        assertThat(rules(draining, named(AUTUMN, 2)).lanes()).hasSize(2);
    }

    @Test
    void a_tag_stands_for_one_lane() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules(named(SPRING, 1), named(SPRING, 2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void a_percentage_is_between_none_and_all(int basisPoints) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaneMother.drawing(SPRING, basisPoints))
                .withMessageContaining("between 0 and 100");
    }

    @Test
    void a_window_ends_after_it_begins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(NOW, NOW));
    }

    @Test
    void rules_survive_being_written_and_read() {
        var rule = new LaneRule(
                SPRING,
                LaneKind.GRAY,
                LaneState.ROUTABLE,
                true,
                Set.of("trade-service", "inventory-service"),
                TenantIds.of(911_780_140_087_579_868L, 5),
                TenantIds.of(6),
                150,
                new Window(NOW, null),
                "build-7");

        assertThat(RulesJson.read(RulesJson.write(rules(rule)))).isEqualTo(rules(rule));
    }

    @Test
    void a_field_of_a_later_version_is_passed_over() {
        assertThat(RulesJson.read("{\"version\":3,\"killed\":false,\"lanes\":[],\"colour\":\"grey\"}")
                        .version())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "{\"version\":1,\"lanes\":[{\"tag\":\"Spring\"}]}", "{\"version\":1}"})
    void what_is_no_set_of_rules_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RulesJson.read(text));
    }

    private static LaneRule during(LaneTag tag, Window window) {
        return lane(tag, LaneKind.GRAY, LaneState.ROUTABLE, TenantIds.of(2), TenantIds.none(), 0, window);
    }
}
