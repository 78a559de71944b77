package dev.abacus.bff.session;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.session.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/**
 * Gets a session new tokens shortly before the old ones end. A refresh token works once, and a page asks for several
 * things at the same time: one request refreshes, in whichever process, and the others wait for what it gets.
 */
@Component
class Refreshing {

    private static final Logger log = LoggerFactory.getLogger(Refreshing.class);
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebSessions sessions;
    private final ClientRegistrationRepository issuers;
    private final Clock clock;
    private final RestClientRefreshTokenTokenResponseClient issuer = new RestClientRefreshTokenTokenResponseClient();

    Refreshing(WebSessions sessions, ClientRegistrationRepository issuers, Clock clock) {
        this.sessions = sessions;
        this.issuers = issuers;
        this.clock = clock;
    }

    /**
     * The session with an access token that holds.
     *
     * @return empty when the issuer gives no new one: the session has ended
     * @throws DomainException when the issuer cannot be asked and the old token no longer holds
     */
    Optional<WebSession> fresh(SessionId id, WebSession session) {
        Instant now = clock.instant();
        if (session.accessHolds(now.plus(EARLY))) {
            return Optional.of(session);
        }
        if (sessions.lock(id)) {
            try {
                return refreshAlone(id);
            } finally {
                sessions.unlock(id);
            }
        }
        return session.accessHolds(now) ? Optional.of(session) : waitForOther(id);
    }

    private Optional<WebSession> refreshAlone(SessionId id) {
        WebSession session = sessions.find(id).orElse(null);
        if (session == null || session.accessHolds(clock.instant().plus(EARLY))) {
            return Optional.ofNullable(session);
        }
        if (session.refreshToken() == null) {
            return ended(id, session, "there is no refresh token");
        }
        try {
            WebSession refreshed = refresh(session);
            sessions.save(id, refreshed);
            return Optional.of(refreshed);
        } catch (OAuth2AuthorizationException e) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
                return ended(id, session, "the issuer says " + e.getError());
            }
            if (session.accessHolds(clock.instant())) {
                return Optional.of(session);
            }
            throw away(e);
        }
    }

    private WebSession refresh(WebSession session) {
        ClientRegistration client = issuers.findByRegistrationId(Issuer.REGISTRATION);
        Instant past = clock.instant().minusSeconds(1);
        var old = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, session.accessToken(), null, past);
        OAuth2AccessTokenResponse answer = issuer.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(client, old, new OAuth2RefreshToken(session.refreshToken(), null)));
        return session.refreshed(
                answer.getAccessToken().getTokenValue(),
                answer.getAccessToken().getExpiresAt(),
                answer.getRefreshToken() == null
                        ? null
                        : answer.getRefreshToken().getTokenValue());
    }

    private Optional<WebSession> waitForOther(SessionId id) {
        Instant until = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(until)) {
            Optional<WebSession> session = sessions.find(id);
            if (session.isEmpty() || session.get().accessHolds(clock.instant())) {
                return session;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw away(null);
    }

    private Optional<WebSession> ended(SessionId id, WebSession session, String why) {
        log.info("{} has ended: {}", session, why);
        sessions.end(id);
        return Optional.empty();
    }

    private static DomainException away(Exception cause) {
        var refusal = new DomainException(
                Kind.UNAVAILABLE, "sign-in-unavailable", "Your sign-in cannot be renewed at the moment. Try again.");
        refusal.initCause(cause);
        return refusal;
    }
}
