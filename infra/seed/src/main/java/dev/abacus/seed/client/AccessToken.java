package dev.abacus.seed.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * An access token and how long it is good for.
 *
 * @param until a little before its real end, so that it is still good when it arrives
 */
record AccessToken(String value, Instant until) {

    private static final Duration MARGIN = Duration.ofSeconds(20);

    /** Asks the token endpoint (RFC 6749, section 3.2) for one. */
    static AccessToken grant(Gateway gateway, Map<String, String> form, Consumer<HttpHeaders> client, Clock clock) {
        JsonNode answer = gateway.bare()
                .post()
                .uri("/oauth2/token")
                .headers(client)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(MultiValueMap.fromSingleValue(form))
                .retrieve()
                .body(JsonNode.class);
        Duration life = Duration.ofSeconds(answer.required("expires_in").asLong());
        return new AccessToken(
                answer.required("access_token").asString(),
                clock.instant().plus(life).minus(MARGIN));
    }

    boolean isGoodAt(Instant now) {
        return now.isBefore(until);
    }
}
