package dev.abacus.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the browser's cookie says. Kept nowhere but in the browser: whoever can read the store learns only its hash, and
 * cannot make a cookie of it.
 */
public record SessionId(String value) {

    /** The cookie's name where there is no TLS: on a developer's machine. */
    public static final String PLAIN_COOKIE = "abacus";

    /** The cookie's name over TLS; the prefix makes browsers bind it to this host. */
    public static final String SECURE_COOKIE = "__Host-abacus";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static SessionId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** @param cookieName one of the two, or both where it does not matter */
    public static Optional<SessionId> of(HttpServletRequest request, String... cookieName) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        return Arrays.stream(request.getCookies())
                .filter(cookie -> List.of(cookieName).contains(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> FORM.matcher(value).matches())
                .map(SessionId::new)
                .findFirst();
    }

    /** Where the session is kept. */
    public String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return "session:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
