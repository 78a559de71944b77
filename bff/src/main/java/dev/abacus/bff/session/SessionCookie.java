package dev.abacus.bff.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that a browser has of its session: never readable for scripts, never sent with a request that another site
 * began. Over TLS its name binds it to this host.
 */
@Component
class SessionCookie {

    static final String PLAIN_NAME = "abacus";
    static final String SECURE_NAME = "__Host-abacus";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean secure;

    SessionCookie(SessionProperties properties) {
        this.secure = properties.secure();
    }

    Optional<SessionId> read(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .filter(value -> FORM.matcher(value).matches())
                .map(SessionId::new)
                .findFirst();
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
        return secure ? SECURE_NAME : PLAIN_NAME;
    }
}
