package dev.abacus.bff.session;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/**
 * The token that a request is made with: the one that a program sends, or the one that is kept for the browser's session.
 * From here on both are the same, so a session can do nothing that its token could not.
 */
@Component
class SessionTokens implements BearerTokenResolver {

    private final BearerTokenResolver header = new DefaultBearerTokenResolver();
    private final WebSessions sessions;
    private final SessionCookie cookie;
    private final Refreshing refreshing;

    SessionTokens(WebSessions sessions, SessionCookie cookie, Refreshing refreshing) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.refreshing = refreshing;
    }

    /** Whether a request can only be a session's. */
    boolean bySession(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && cookie.read(request).isPresent();
    }

    @Override
    public String resolve(HttpServletRequest request) {
        if (!bySession(request)) {
            return header.resolve(request);
        }
        return session(cookie.read(request).orElseThrow())
                .map(WebSession::accessToken)
                .orElseThrow(() -> new InvalidBearerTokenException("Your session has ended. Sign in again."));
    }

    private Optional<WebSession> session(SessionId id) {
        try {
            return sessions.find(id).flatMap(session -> refreshing.fresh(id, session));
        } catch (DataAccessException e) {
            var refusal = new DomainException(
                    Kind.UNAVAILABLE, "sessions-unavailable", "Sessions cannot be read at the moment. Try again.");
            refusal.initCause(e);
            throw refusal;
        }
    }
}
