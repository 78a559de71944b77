package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Guessing passwords and secrets is slow: strangers are counted by their address. */
@GatewayTest
@TestPropertySource(properties = {"abacus.gateway.sign-in-limit.per-second=1", "abacus.gateway.sign-in-limit.burst=5"})
class GuessingTest {

    @LocalServerPort
    int port;

    @Test
    void an_address_that_asks_for_many_tokens_is_asked_to_wait() {
        Neighbours.reset();

        List<HttpResponse<String>> answers = IntStream.range(0, 30)
                .mapToObj(i -> Http.send(Http.request(port, "/oauth2/token", null)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))))
                .toList();

        HttpResponse<String> refused = answers.getLast();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"address\";q=1;w=1");
        assertThat(Neighbours.ISSUER.server().seen()).hasSizeBetween(1, 15);
        assertThat(Http.get(port, "/oauth2/jwks", null).statusCode())
                .as("reading is not guessing")
                .isEqualTo(200);
    }
}
