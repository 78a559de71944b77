package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.session.SessionCaller;
import dev.abacus.session.SessionId;
import dev.abacus.standin.StandInIssuer.Someone;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A15: who asks for more than his plan grants is asked to wait, and nobody else notices. */
@GatewayTest
class QuotaTest {

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate redis;

    @BeforeEach
    void forget() {
        Neighbours.reset();
    }

    @Test
    void more_than_the_plan_grants_is_answered_with_429_and_when_to_come_back() {
        Someone greedy = Neighbours.ISSUER.someone(2);
        Someone other = Neighbours.ISSUER.someone(2);
        String token = Neighbours.ISSUER.token(greedy);

        List<HttpResponse<String>> answers = IntStream.range(0, 40)
                .mapToObj(i -> Http.get(port, "/api/trade/customers", token))
                .toList();

        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"tenant\";q=2;w=1");
        assertThat(refused.headers().firstValue("RateLimit"))
                .hasValueSatisfying(state -> assertThat(state).startsWith("\"tenant\";r=0;t="));
        assertThat(refused.body()).contains("problems/quota-exceeded", "requestId");
        assertThat(Neighbours.TRADE.seen())
                .as("what was refused went no further")
                .hasSize((int)
                        answers.stream().filter(a -> a.statusCode() == 200).count());
        assertThat(Http.get(port, "/api/trade/customers", Neighbours.ISSUER.token(other))
                        .statusCode())
                .as("another company's quota is its own")
                .isEqualTo(200);
    }

    @Test
    void colleagues_share_their_companys_quota() {
        Someone ada = Neighbours.ISSUER.someone(1);
        Someone bob = Neighbours.ISSUER.colleagueIn(ada.tenant(), 1);

        long served = IntStream.range(0, 20)
                .mapToObj(i -> Http.get(port, "/api/trade/customers", Neighbours.ISSUER.token(i % 2 == 0 ? ada : bob)))
                .filter(answer -> answer.statusCode() == 200)
                .count();

        assertThat(served).isBetween(2L, 6L);
    }

    @Test
    void a_browsers_session_counts_for_its_company_like_a_token() {
        Someone ada = Neighbours.ISSUER.someone(1);
        SessionId session = SessionId.random();
        redis.opsForHash()
                .put(session.key(), SessionCaller.FIELD, new SessionCaller(ada.tenant(), ada.user()).toString());
        redis.expire(session.key(), Duration.ofMinutes(1));

        List<Integer> statuses = IntStream.range(0, 20)
                .mapToObj(i -> Http.send(Http.request(port, "/graphql", null)
                                .header("Cookie", "abacus=" + session.value())
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .toList();

        assertThat(statuses).contains(200, 429);
        assertThat(Http.get(port, "/api/trade/customers", Neighbours.ISSUER.token(ada))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void everybody_sees_where_he_stands() {
        String token = Neighbours.ISSUER.token(Neighbours.ISSUER.someone(50));

        HttpResponse<String> answer = Http.get(port, "/api/trade/customers", token);

        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"tenant\";q=50;w=1");
        assertThat(answer.headers().firstValue("RateLimit")).hasValue("\"tenant\";r=99;t=1");
    }
}
