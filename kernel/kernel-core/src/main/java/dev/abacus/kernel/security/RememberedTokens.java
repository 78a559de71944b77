package dev.abacus.kernel.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.ConcurrentLruCache;

/**
 * Remembers for a short while that a token was found to be good. A caller shows the same one with each request, and its
 * signature takes a third of what a small request costs. Only what the issuer signed is remembered, never past its own end;
 * a token that was refused is looked at again each time. What its bearer may do now is asked elsewhere, on each request.
 */
final class RememberedTokens implements JwtDecoder {

    /** A signing key that is withdrawn works for so much longer. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int MOST = 1_000;

    private final JwtDecoder verifying;
    private final Clock clock;
    private final ConcurrentLruCache<String, Verified> known = new ConcurrentLruCache<>(MOST, this::verify);

    RememberedTokens(JwtDecoder verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
    }

    private record Verified(Jwt token, Instant until) {}

    @Override
    public Jwt decode(String token) {
        Verified verified = known.get(token);
        if (clock.instant().isBefore(verified.until())) {
            return verified.token();
        }
        known.remove(token);
        return known.get(token).token();
    }

    private Verified verify(String token) {
        Jwt jwt = verifying.decode(token);
        Instant longest = clock.instant().plus(LONGEST);
        Instant end = jwt.getExpiresAt();
        return new Verified(jwt, end != null && end.isBefore(longest) ? end : longest);
    }
}
