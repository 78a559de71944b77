package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.gateway.lane.LaneDecision;
import dev.abacus.lane.LaneTag;
import dev.abacus.standin.StandInIssuer.Someone;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** I12: the lane is the gateway's own decision, and travels as its own baggage. */
@GatewayTest
class LaneTest {

    private static final Someone ON_A_LANE = Neighbours.ISSUER.someone(100);
    private static final Someone ON_THE_BASELINE = Neighbours.ISSUER.someone(100);

    @LocalServerPort
    int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class OneTenantOnALane {
        @Bean
        LaneDecision laneDecision() {
            return tenant ->
                    tenant.equals(ON_A_LANE.tenant()) ? Optional.of(LaneTag.parse("gray-3")) : Optional.empty();
        }
    }

    @BeforeEach
    void forget() {
        Neighbours.reset();
    }

    @Test
    void the_next_hop_learns_the_lane_from_the_gateways_baggage() {
        ask(ON_A_LANE, "abacus.lane=mine-1");

        assertThat(Neighbours.TRADE.last().header("baggage")).isEqualTo("abacus.lane=gray-3");
    }

    @Test
    void on_the_baseline_there_is_no_baggage_whatever_the_caller_says() {
        ask(ON_THE_BASELINE, "abacus.lane=gray-3");

        assertThat(Neighbours.TRADE.last().header("baggage")).isNull();
    }

    private void ask(Someone who, String baggage) {
        var answer = Http.send(Http.request(port, "/api/trade/customers", Neighbours.ISSUER.token(who))
                .header("baggage", baggage)
                .GET());
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
