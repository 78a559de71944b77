package dev.abacus.seed.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.abacus.seed.client.Browser.Page;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Signs a person in as a program on his own machine does (RFC 8252): authorization code with PKCE (RFC 7636), the
 * browser's part played here.
 */
public final class SignIn {

    private static final String CLIENT = "abacus-cli";
    private static final String BACK = "http://127.0.0.1/signed-in";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Browser browser;
    private final Credentials credentials;

    private SignIn(Browser browser, Credentials credentials) {
        this.browser = browser;
        this.credentials = credentials;
    }

    /** Signs in at once, and again whenever the token has run out. @throws SignInFailed when the page says no */
    public static Bearer of(Gateway gateway, Credentials credentials) {
        Clock clock = Clock.systemUTC();
        Bearer bearer = new RenewedBearer(() -> AccessToken.from(tokens(gateway, credentials), clock), clock);
        bearer.token();
        return bearer;
    }

    /** Signs in once. @return the token endpoint's whole answer, the ID token of OpenID Connect in it */
    public static JsonNode tokens(Gateway gateway, Credentials credentials) {
        return new SignIn(new Browser(gateway.base()), credentials).tokens(gateway);
    }

    private JsonNode tokens(Gateway gateway) {
        String verifier = random();
        String state = random();
        Page form = browser.open("/oauth2/authorize?"
                + Browser.form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        CLIENT,
                        "scope",
                        "openid profile",
                        "redirect_uri",
                        BACK,
                        "state",
                        state,
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256")));
        Map<String, String> back = typeIn(browser, form, credentials).query();
        if (!state.equals(back.get("state")) || !back.containsKey("code")) {
            throw new SignInFailed(credentials, "came back without a code but with " + back.keySet());
        }
        return AccessToken.grant(
                gateway,
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", BACK,
                        "code", back.get("code"),
                        "code_verifier", verifier),
                headers -> {});
    }

    /** Fills the sign-in page in. @return the page that the browser ends on, which is no longer a sign-in page */
    static Page typeIn(Browser browser, Page form, Credentials credentials) {
        if (form.status() != 200) {
            throw new SignInFailed(credentials, "no sign-in page: " + form.status() + " at " + form.address());
        }
        Page after = browser.submit(
                form,
                "/login",
                Map.of(
                        "tenant", credentials.company(),
                        "username", credentials.username(),
                        "password", credentials.password()));
        if (after.address().getPath().equals("/login")) {
            throw new SignInFailed(credentials, "the page refused, " + after.status());
        }
        return after;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
