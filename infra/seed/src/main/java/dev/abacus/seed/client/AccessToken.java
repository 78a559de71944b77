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

    /** Asks the token endpoint (RFC 6749, section 3.2). */
    static JsonNode grant(Gateway gateway, Map<String, String> form, Consumer<HttpHeaders> client) {
        return gateway.bare()
                .post()
                .uri("/oauth2/token")
                .headers(client)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(MultiValueMap.fromSingleValue(form))
                .retrieve()
                .body(JsonNode.class);
    }

    static AccessToken from(JsonNode granted, Clock clock) {
        Duration life = Duration.ofSeconds(granted.required("expires_in").asLong());
        return new AccessToken(
                granted.required("access_token").asString(),
                clock.instant().plus(life).minus(MARGIN));
    }

    boolean isGoodAt(Instant now) {
        return now.isBefore(until);
    }
}
