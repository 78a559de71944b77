package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.standin.CuttableLink;
import dev.abacus.standin.StandInIssuer.Someone;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Redis away: nobody is refused or kept waiting, and nobody gets more than this one gateway alone would grant. */
@GatewayTest
class RedisDownTest {

    private static CuttableLink redis;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void throughALink(DynamicPropertyRegistry properties) {
        redis = new CuttableLink(Integer.getInteger("spring.data.redis.port"));
        properties.add("spring.data.redis.port", redis::port);
    }

    @AfterEach
    void mend() {
        redis.mend();
    }

    @Test
    void nobody_is_refused_and_nobody_waits_long() {
        String token = Neighbours.ISSUER.token(Neighbours.ISSUER.someone(100));
        assertThat(Http.get(port, "/api/trade/customers", token).statusCode()).isEqualTo(200);

        redis.cut();

        Instant begin = Instant.now();
        IntStream.range(0, 50).forEach(i -> assertThat(
                        Http.get(port, "/api/trade/customers", token).statusCode())
                .isEqualTo(200));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_company_still_gets_no_more_than_its_plan_from_this_gateway() {
        Someone greedy = Neighbours.ISSUER.someone(1);
        String token = Neighbours.ISSUER.token(greedy);
        redis.cut();

        long served = IntStream.range(0, 30)
                .mapToObj(i -> Http.get(port, "/api/trade/customers", token))
                .filter(answer -> answer.statusCode() == 200)
                .count();

        assertThat(served).isBetween(2L, 8L);
    }
}
