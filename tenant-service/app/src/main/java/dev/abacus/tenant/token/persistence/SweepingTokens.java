package dev.abacus.tenant.token.persistence;

import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.tenant.token.application.TokenProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what has ended: otherwise each token that was ever issued would stay in the books. */
@Component
public class SweepingTokens {

    private static final String ENDED =
            """
            DELETE FROM oauth2_authorization WHERE access_token_expires_at < ?
                AND (refresh_token_expires_at IS NULL OR refresh_token_expires_at < ?)""";

    /** A code is good for minutes; one that was never exchanged within this never will be. */
    private static final String NEVER_EXCHANGED =
            """
            DELETE FROM oauth2_authorization WHERE access_token_value IS NULL AND authorization_code_expires_at < ?""";

    private final JdbcClient jdbc;
    private final UsedRefreshTokens used;
    private final TokenProperties properties;
    private final Clock clock;

    SweepingTokens(JdbcClient jdbc, UsedRefreshTokens used, TokenProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.used = used;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${abacus.token.sweep-after:2m}",
            fixedDelayString = "${abacus.token.sweep-every:10m}")
    public void sweep() {
        Instant now = clock.instant();
        LocalDateTime utc = ColumnTime.of(now);
        jdbc.sql(ENDED).params(utc, utc).update();
        jdbc.sql(NEVER_EXCHANGED).param(utc).update();
        used.forgetBefore(now.minus(properties.refreshLife()));
    }
}
