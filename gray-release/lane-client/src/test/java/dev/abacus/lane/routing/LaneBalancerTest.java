package dev.abacus.lane.routing;

import static dev.abacus.lane.obey.Rules.AUTUMN;
import static dev.abacus.lane.obey.Rules.SPRING;
import static dev.abacus.lane.obey.Rules.lane;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.Rules;
import dev.abacus.lane.rules.LaneState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.client.loadbalancer.Response;

class LaneBalancerTest {

    private static final String SERVICE = "trade-service";
    private static final int LIMIT = 2;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Fallbacks fallbacks = new Fallbacks(meters, LIMIT);
    private final List<ServiceInstance> instances = new ArrayList<>();

    private final LaneBalancer balancer = new LaneBalancer(
            SERVICE,
            service -> Serving.of(instances),
            new LaneRoutes(Rules.active(
                    lane(SPRING, LaneState.ROUTABLE, false, SERVICE),
                    lane(AUTUMN, LaneState.ROUTABLE, true, SERVICE, "bff"),
                    lane(LaneTag.parse("elsewhere-1"), LaneState.ROUTABLE, true, "inventory-service"))),
            fallbacks);

    @Test
    void a_call_without_a_lane_is_the_baselines() {
        serve("base", "");
        serve("spring", "spring-3");

        assertThat(chosenOften(null)).containsOnly("base");
    }

    @Test
    void a_call_on_a_lane_is_the_lanes() {
        serve("base", "");
        serve("spring", "spring-3");

        assertThat(chosenOften(SPRING)).containsOnly("spring");
    }

    @Test
    void the_lane_is_that_of_the_thread_that_calls() {
        serve("base", "");
        serve("spring", "spring-3");

        try (Scope scope = LaneContext.enter(SPRING)) {
            assertThat(name(balancer.choose(new DefaultRequest<>()).block())).isEqualTo("spring");
        }
        assertThat(name(balancer.choose(new DefaultRequest<>()).block())).isEqualTo("base");
    }

    @Test
    void instances_take_turns() {
        serve("base-1", "");
        serve("base-2", "");

        assertThat(chosenOften(null)).containsExactlyInAnyOrder("base-1", "base-2");
    }

    @Test
    void a_lane_without_the_service_falls_back_to_the_baseline_and_is_counted() {
        serve("base", "");

        assertThat(chosenOften(SPRING)).containsOnly("base");
        assertThat(meters.counter("lane.fallback", "lane", "spring-3", "service", SERVICE, "reason", "fell-back")
                        .count())
                .isEqualTo(10);
    }

    @Test
    void it_never_falls_back_to_another_lane_nor_to_another_generation() {
        serve("autumn", "autumn-1");
        serve("older", "spring-2");

        assertThat(choose(SPRING)).isNull();
    }

    @Test
    void a_strict_lane_without_an_instance_is_served_by_nobody() {
        serve("base", "");

        assertThat(choose(AUTUMN)).isNull();
        assertThat(meters.counter("lane.fallback", "lane", "autumn-1", "service", SERVICE, "reason", "strict")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_service_that_the_lane_does_not_change_is_the_baselines_also_when_the_lane_is_strict() {
        serve("base", "");

        assertThat(choose(LaneTag.parse("elsewhere-1"))).isEqualTo("base");
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void a_lane_that_is_over_is_the_baselines() {
        serve("base", "");

        assertThat(choose(LaneTag.parse("retired-9"))).isEqualTo("base");
    }

    @Test
    void an_instance_whose_tag_cannot_be_read_serves_nobody() {
        serve("odd", "Spring!");

        assertThat(choose(null)).isNull();
        assertThat(choose(SPRING)).isNull();
    }

    @Test
    void only_so_many_calls_of_a_lane_fall_back_at_once() {
        serve("base", "");
        Object first = balancer.choose(SPRING).getServer();
        Object second = balancer.choose(SPRING).getServer();
        fallbacks.begin(first);
        fallbacks.begin(second);

        assertThat(choose(SPRING)).isNull();
        assertThat(choose(null)).as("the baseline's own are not limited").isEqualTo("base");

        fallbacks.end(first);
        assertThat(choose(SPRING)).isEqualTo("base");
    }

    private void serve(String name, String lane) {
        instances.add(new DefaultServiceInstance(
                name, SERVICE, name, 8000 + instances.size(), false, Map.of(Serving.LANE, lane)));
    }

    private Set<String> chosenOften(LaneTag lane) {
        Set<String> chosen = new HashSet<>();
        for (int call = 0; call < 10; call++) {
            chosen.add(choose(lane));
        }
        return chosen;
    }

    private String choose(LaneTag lane) {
        return name(balancer.choose(lane));
    }

    private static String name(Response<ServiceInstance> response) {
        return response.hasServer() ? response.getServer().getInstanceId() : null;
    }
}
