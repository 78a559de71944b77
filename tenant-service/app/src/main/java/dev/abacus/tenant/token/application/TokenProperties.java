package dev.abacus.tenant.token.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What tokens are like and who may ask for them.
 *
 * @param keySecret 32 bytes in Base64 that the signing keys are sealed with; has no default
 * @param accessLife how long an access token is good
 * @param refreshLife how long somebody stays signed in without coming back
 * @param rotateKeysEvery how old a signing key gets
 * @param reuseGrace how soon after its use a refresh token may come again without suspicion: two tabs at once
 * @param home where somebody lands who signs in without having come from anywhere
 * @param clients by client id
 */
@ConfigurationProperties("abacus.token")
public record TokenProperties(
        String keySecret,
        @DefaultValue("5m") Duration accessLife,
        @DefaultValue("12h") Duration refreshLife,
        @DefaultValue("30d") Duration rotateKeysEvery,
        @DefaultValue("10s") Duration reuseGrace,
        @DefaultValue("/") String home,
        @DefaultValue Map<String, Client> clients) {

    public TokenProperties {
        clients = Map.copyOf(clients);
    }

    /** Tokens that a retired key has signed are good for this long at the most, clocks that differ included. */
    public Duration keyOverlap() {
        return accessLife.plus(Duration.ofMinutes(5));
    }

    /**
     * Who may ask for tokens. With redirect addresses it signs people in; without, it acts for itself.
     *
     * @param secret {@code null} for a program on somebody's own machine, which could not keep one
     * @param scopes what its tokens may hold
     * @param redirects where a person's code may be sent
     * @param signedOut where a person may be sent after signing out
     */
    public record Client(
            String secret,
            @DefaultValue List<String> scopes,
            @DefaultValue List<String> redirects,
            @DefaultValue List<String> signedOut) {

        boolean signsPeopleIn() {
            return !redirects.isEmpty();
        }
    }
}
