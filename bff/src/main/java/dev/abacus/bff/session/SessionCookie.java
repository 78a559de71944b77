package dev.abacus.bff.session;

import dev.abacus.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that a browser has of its session: never readable for scripts, never sent with a request that another site
 * began. Over TLS its name binds it to this host.
 */
@Component
class SessionCookie {

    private final boolean secure;

    SessionCookie(SessionProperties properties) {
        this.secure = properties.secure();
    }

    /** Where there is TLS, a cookie without the prefix may have been planted by a page of another host of the domain. */
    Optional<SessionId> read(HttpServletRequest request) {
        return SessionId.of(request, name());
    }

    void give(HttpServletResponse response, SessionId id) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(id.value()).build().toString());
    }

    void take(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String value) {
        return ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict");
    }

    private String name() {
        return secure ? SessionId.SECURE_COOKIE : SessionId.PLAIN_COOKIE;
    }
}
