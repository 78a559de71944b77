package dev.abacus.bff.session;

import dev.abacus.kernel.security.SecurityProperties;
import dev.abacus.session.SessionId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Ends a session for good: here, at the issuer, whose refresh token is revoked, and the issuer's own sign-in, so that the
 * next person at this browser is asked for a password. The issuer is told by us and not through the browser, since what it
 * must be told is a token.
 */
@Component
class SigningOut {

    private static final Logger log = LoggerFactory.getLogger(SigningOut.class);

    private final WebSessions sessions;
    private final SessionProperties properties;
    private final RestClient issuer;

    SigningOut(
            WebSessions sessions, SessionProperties properties, SecurityProperties inside, RestClient.Builder clients) {
        this.sessions = sessions;
        this.properties = properties;
        this.issuer = clients.clone().baseUrl(inside.url()).build();
    }

    /** @param browserCookies all that the browser sent: the issuer's sign-in is among them */
    void signOut(SessionId id, String browserCookies) {
        Optional<WebSession> session = sessions.find(id);
        sessions.end(id);
        session.ifPresent(ended -> {
            revoke(ended.refreshToken());
            endSignIn(ended.idToken(), browserCookies);
        });
    }

    private void revoke(String refreshToken) {
        if (refreshToken == null) {
            return;
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("token", refreshToken);
        form.add("token_type_hint", "refresh_token");
        quietly("revoke a refresh token", () -> issuer.post()
                .uri("/oauth2/revoke")
                .headers(headers -> headers.setBasicAuth(properties.clientId(), properties.clientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity());
    }

    private void endSignIn(String idToken, String browserCookies) {
        if (idToken == null) {
            return;
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("id_token_hint", idToken);
        quietly("end a sign-in", () -> issuer.post()
                .uri("/connect/logout")
                .header(HttpHeaders.COOKIE, browserCookies)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity());
    }

    /** The session is over in any case; what is left at the issuer ends by itself. */
    private static void quietly(String what, Runnable call) {
        try {
            call.run();
        } catch (RestClientException e) {
            log.warn("could not {}: {}", what, e.getMessage());
        }
    }
}
