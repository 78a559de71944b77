package dev.abacus.bff;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.abacus.standin.StandInIssuer;
import dev.abacus.standin.StandInIssuer.Someone;
import dev.abacus.standin.StandInServer;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A browser with its cookies, and the issuer that it is sent to and comes back from. */
final class Browser {

    static final String OWN_ORIGIN = "http://127.0.0.1:8080";

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(int port) {
        this.port = port;
    }

    /** What the issuer was asked for to begin with. */
    record SentToIssuer(String state, String nonce, Map<String, String> all) {}

    /** Goes to sign in, as far as the issuer's door. */
    SentToIssuer goToSignIn() {
        HttpResponse<String> answer = send(request("/app/login").GET());
        URI issuer = URI.create(answer.headers().firstValue("Location").orElseThrow());
        Map<String, String> query = Arrays.stream(issuer.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return new SentToIssuer(query.get("state"), query.get("nonce"), query);
    }

    /** Comes back from the issuer as {@code someone}. */
    HttpResponse<String> comeBack(SentToIssuer sent, Someone someone, int accessSeconds) {
        issuerGives(someone, sent.nonce(), accessSeconds, new AtomicInteger());
        return send(request("/login/oauth2/code/abacus?code=abc&state=" + sent.state())
                .GET());
    }

    Browser signIn(Someone someone) {
        return signIn(someone, 300);
    }

    Browser signIn(Someone someone, int accessSeconds) {
        comeBack(goToSignIn(), someone, accessSeconds);
        return this;
    }

    /** Lets the issuer give tokens to {@code someone} from now on. @return counts how often a refresh token was used */
    static AtomicInteger issuerGives(Someone someone, String nonce, int accessSeconds, AtomicInteger refreshed) {
        StandInIssuer issuer = Neighbours.ISSUER;
        issuer.server().answering((exchange, body) -> {
            if (!exchange.getRequestURI().getPath().equals("/oauth2/token") || body.contains("client_credentials")) {
                issuer.answer(exchange, body);
                return;
            }
            boolean refresh = body.contains("grant_type=refresh_token");
            String number = refresh ? "-" + refreshed.incrementAndGet() : "";
            StandInServer.json(
                    exchange,
                    200,
                    """
                    {"access_token":"%s","refresh_token":"refresh%s","id_token":"%s","token_type":"Bearer",
                     "expires_in":%d,"scope":"openid profile"}"""
                            .formatted(issuer.token(someone), number, idToken(issuer, someone, nonce), accessSeconds));
        });
        return refreshed;
    }

    private static String idToken(StandInIssuer issuer, Someone someone, String nonce) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(StandInIssuer.ISSUER)
                .audience("bff")
                .subject(someone.user().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        return issuer.sign(
                nonce == null ? claims.build() : claims.claim("nonce", nonce).build());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As the page does it. */
    HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("X-CSRF", "1")
                .header("Origin", OWN_ORIGIN)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** A request with the cookies, otherwise as the test wants it. */
    HttpRequest.Builder request(String path) {
        var request = Http.request(port, path);
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = Http.send(request);
        List<String> set = answer.headers().allValues("Set-Cookie");
        for (String cookie : set) {
            String[] pair = cookie.split(";")[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    Map<String, String> cookies() {
        return cookies;
    }
}
