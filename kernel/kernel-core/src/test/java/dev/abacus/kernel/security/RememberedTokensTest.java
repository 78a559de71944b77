package dev.abacus.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** What is remembered of a token, and for how long. */
class RememberedTokensTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");

    private final TurnedClock clock = new TurnedClock();
    private final List<String> verified = new ArrayList<>();
    private Instant end = BEGIN.plusSeconds(900);
    private boolean keyWithdrawn;
    private final RememberedTokens tokens = new RememberedTokens(this::verify, clock);

    private static final class TurnedClock extends Clock {
        private Instant now = BEGIN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (keyWithdrawn || token.startsWith("forged") || !clock.now.isBefore(end)) {
            throw new BadJwtException("refused");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(end)
                .build();
    }

    @Test
    void a_signature_is_looked_at_once_in_half_a_minute() {
        assertThat(tokens.decode("wu").getSubject()).isEqualTo("wu");
        clock.now = BEGIN.plus(RememberedTokens.LONGEST).minusMillis(1);
        assertThat(tokens.decode("wu").getSubject()).isEqualTo("wu");
        assertThat(verified).hasSize(1);
        clock.now = BEGIN.plus(RememberedTokens.LONGEST);
        tokens.decode("wu");
        assertThat(verified).hasSize(2);
    }

    @Test
    void each_token_is_its_own_bearers() {
        assertThat(tokens.decode("wu").getSubject()).isEqualTo("wu");
        assertThat(tokens.decode("lin").getSubject()).isEqualTo("lin");
        assertThat(tokens.decode("wu").getSubject()).isEqualTo("wu");
    }

    @Test
    void a_token_is_not_good_past_its_own_end() {
        end = BEGIN.plusSeconds(10);
        tokens.decode("wu");
        clock.now = end;
        assertThatThrownBy(() -> tokens.decode("wu")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_key_that_is_withdrawn_works_for_no_longer_than_half_a_minute() {
        tokens.decode("wu");
        keyWithdrawn = true;
        clock.now = BEGIN.plus(Duration.ofSeconds(30));
        assertThatThrownBy(() -> tokens.decode("wu")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_refusal_is_not_remembered_and_takes_no_place() {
        tokens.decode("wu");
        for (int i = 0; i < 5_000; i++) {
            String forged = "forged-" + i;
            assertThatThrownBy(() -> tokens.decode(forged)).isInstanceOf(BadJwtException.class);
        }
        assertThatThrownBy(() -> tokens.decode("forged-1")).isInstanceOf(BadJwtException.class);
        assertThat(verified).hasSize(5_002);
        tokens.decode("wu");
        assertThat(verified).hasSize(5_002);
    }
}
