package dev.abacus.kernel.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs a user in as a browser would: authorization code with PKCE over HTTP, with cookies and the page's form. There is
 * no shorter way in, for tests neither.
 *
 * <pre>{@code
 * SignIn.at("http://127.0.0.1:8080").signIn("acme", "admin", "secret password").accessToken()
 * }</pre>
 */
public final class SignIn {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    private final String issuer;
    private final String client;
    private final String secret;
    private final String redirect;

    private SignIn(String issuer, String client, String secret, String redirect) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.redirect = redirect;
    }

    /** What the issuer gave; {@code null} for what it did not give. */
    public record Tokens(String accessToken, String refreshToken, String idToken) {}

    /** A step of the way in was refused. */
    public static final class Refused extends RuntimeException {
        private final int status;

        Refused(String step, HttpResponse<String> response) {
            super(step + ": " + response.statusCode() + " "
                    + response.headers().firstValue("Location").orElse("") + " " + response.body());
            this.status = response.statusCode();
        }

        public int status() {
            return status;
        }
    }

    /**
     * A new browser, without cookies, for the client of programs on a person's own machine.
     *
     * @param issuer base URL of the gateway or of tenant-service itself
     */
    public static SignIn at(String issuer) {
        return new SignIn(issuer, "abacus-cli", null, "http://127.0.0.1/signed-in");
    }

    /** The same for another client. */
    public SignIn forClient(String otherClient, String itsSecret, String itsRedirect) {
        return new SignIn(issuer, otherClient, itsSecret, itsRedirect);
    }

    /** A client's token for itself. */
    public static String clientToken(String issuer, String client, String secret, String scope) {
        var self = new SignIn(issuer, client, secret, null);
        return self.token(Map.of("grant_type", "client_credentials", "scope", scope))
                .accessToken();
    }

    /** @throws Refused when the company, the user or the password is not right */
    public Tokens signIn(String tenant, String username, String password) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String verifier = base64(random);
        URI authorize = URI.create(issuer + "/oauth2/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", client,
                        "redirect_uri", redirect,
                        "scope", "openid profile",
                        "state", "s",
                        "code_challenge", base64(sha256(verifier)),
                        "code_challenge_method", "S256")));
        HttpResponse<String> answer = get(authorize);
        if (location(answer).contains("/login")) {
            URI page = authorize.resolve(location(answer));
            answer = get(authorize.resolve(typeIn(page, tenant, username, password)));
        }
        Matcher code = CODE.matcher(location(answer));
        if (!code.find()) {
            throw new Refused("authorize", answer);
        }
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code.group(1),
                "redirect_uri",
                redirect,
                "code_verifier",
                verifier));
    }

    /** New tokens for a refresh token, which is used up by this. */
    public Tokens refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Goes somewhere at the issuer, with this browser's cookies; a redirect is answered, not followed. */
    public HttpResponse<String> get(String path) {
        return get(URI.create(issuer + path));
    }

    /** Fills the page's form in. @return where the browser is sent then */
    private String typeIn(URI page, String tenant, String username, String password) {
        HttpResponse<String> shown = get(page);
        Matcher csrf = CSRF.matcher(shown.body());
        if (!csrf.find()) {
            throw new Refused("sign-in page", shown);
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form(Map.of(
                        "tenant", tenant, "username", username, "password", password, "_csrf", csrf.group(1))))));
        String next = location(answer);
        if (next.isEmpty() || next.contains("error")) {
            throw new Refused("sign-in", answer);
        }
        return next;
    }

    private Tokens token(Map<String, String> grant) {
        var fields = new LinkedHashMap<>(grant);
        var request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (secret == null) {
            fields.put("client_id", client);
        } else {
            String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        HttpResponse<String> answer = send(request.POST(BodyPublishers.ofString(form(fields))));
        if (answer.statusCode() != 200) {
            throw new Refused("token", answer);
        }
        JsonNode tokens = JSON.readTree(answer.body());
        return new Tokens(text(tokens, "access_token"), text(tokens, "refresh_token"), text(tokens, "id_token"));
    }

    private HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).stringValue() : null;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
