package dev.abacus.bff.session;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.tenancy.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Takes the tokens that a sign-in brought and begins a session with them, always a new one with a new cookie: whatever
 * cookie a browser had before, nobody else may know this one.
 */
@Component
class SessionBeginning implements OAuth2AuthorizedClientRepository {

    private final WebSessions sessions;
    private final SessionCookie cookie;
    private final JwtDecoder tokens;
    private final Clock clock;

    SessionBeginning(WebSessions sessions, SessionCookie cookie, JwtDecoder tokens, Clock clock) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        Jwt access = tokens.decode(client.getAccessToken().getTokenValue());
        String name = access.getClaimAsString("name");
        var refresh = client.getRefreshToken();
        var session = new WebSession(
                TenantId.valueOf(access.getClaimAsString("tenant")),
                name == null ? access.getSubject() : name,
                access.getTokenValue(),
                client.getAccessToken().getExpiresAt(),
                refresh == null ? null : refresh.getTokenValue(),
                principal.getPrincipal() instanceof OidcUser user
                        ? user.getIdToken().getTokenValue()
                        : null,
                clock.instant());
        cookie.read(request).ifPresent(sessions::end);
        cookie.give(response, sessions.begin(session, UserId.valueOf(access.getSubject())));
    }

    /** Tokens are found by the session, not by who somebody is. */
    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
    }
}
