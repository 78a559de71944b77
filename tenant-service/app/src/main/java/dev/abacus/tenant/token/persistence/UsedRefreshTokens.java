package dev.abacus.tenant.token.persistence;

import dev.abacus.kernel.persistence.ColumnTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refresh tokens that were used up, by their digest only, in {@code tenant_used_refresh_token}. */
class UsedRefreshTokens {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration grace;

    /** @param grace a token that comes again this soon is two tabs at once, not a thief */
    UsedRefreshTokens(JdbcClient jdbc, Clock clock, Duration grace) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.grace = grace;
    }

    void remember(String token, String authorization) {
        jdbc.sql("INSERT INTO tenant_used_refresh_token (digest, authorization_id, used_at) VALUES (?, ?, ?)")
                .params(digest(token), authorization, ColumnTime.now(clock))
                .update();
    }

    /** The authorization that {@code token} once belonged to, if it is past its grace. */
    Optional<String> suspicious(String token) {
        return jdbc.sql("SELECT authorization_id FROM tenant_used_refresh_token WHERE digest = ? AND used_at <= ?")
                .params(digest(token), ColumnTime.of(clock.instant().minus(grace)))
                .query(String.class)
                .optional();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("DELETE FROM tenant_used_refresh_token WHERE used_at < ?")
                .param(ColumnTime.of(time))
                .update();
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
