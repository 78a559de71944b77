package dev.abacus.bff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.bff.Browser.SentToIssuer;
import dev.abacus.inventory.api.Permissions;
import dev.abacus.standin.StandInIssuer.Someone;
import dev.abacus.standin.StandInServer;
import dev.abacus.standin.StandInServer.Seen;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A browser has a meaningless cookie, and whatever happens to its owner's rights happens to its session at once. */
@BffTest
class SessionTest {

    private static final String QUERY = "{\"query\":\"{ product(sku: \\\"SKU1\\\") { name } }\"}";

    @LocalServerPort
    int port;

    @Autowired
    StringRedisTemplate redis;

    private final Someone ada = Neighbours.ISSUER.someone(1000, Permissions.PRODUCT_READ);

    @BeforeEach
    void stock() {
        Neighbours.reset();
        Neighbours.INVENTORY.answering(Goods::inventory);
        Neighbours.TRADE.answering(Goods::trade);
    }

    @Test
    void signing_in_begins_with_proof_of_who_began() {
        SentToIssuer sent = new Browser(port).goToSignIn();

        assertThat(sent.all())
                .containsEntry("client_id", "bff")
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://127.0.0.1:8080/login/oauth2/code/abacus")
                .containsKeys("code_challenge", "state", "nonce");
    }

    @Test
    void a_session_is_a_cookie_that_no_script_and_no_other_site_can_use() {
        var browser = new Browser(port);

        HttpResponse<String> answer = browser.comeBack(browser.goToSignIn(), ada, 300);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/app/");
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .matches("abacus=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict"));
        assertThat(browser.get("/app/session").body())
                .contains("\"name\":\"Ada\"", "product.read", ada.tenant().toString());
        assertThat(browser.post("/graphql", QUERY).body()).contains("Name of SKU1");
    }

    @Test
    void no_token_reaches_the_browser_or_lies_open_in_the_store() {
        var browser = new Browser(port);
        HttpResponse<String> back = browser.comeBack(browser.goToSignIn(), ada, 300);
        HttpResponse<String> session = browser.get("/app/session");

        String seenByBrowser =
                back.headers().map() + back.body() + session.headers().map() + session.body();
        assertThat(seenByBrowser).doesNotContain("eyJ", "refresh");
        String key = sessionKey();
        String kept = redis.opsForHash().entries(key).toString();
        assertThat(kept).contains(ada.tenant() + "/" + ada.user()).doesNotContain("eyJ", "refresh", "Ada");
        assertThat(key).doesNotContain(browser.cookies().get("abacus"));
    }

    @Test
    void each_signing_in_gives_a_new_cookie_and_ends_the_old_session() {
        var browser = new Browser(port).signIn(ada);
        String first = browser.cookies().get("abacus");
        browser.signIn(ada);

        assertThat(browser.cookies().get("abacus")).isNotEqualTo(first);
        HttpResponse<String> old = Http.send(Http.request(port, "/app/session")
                .header("Cookie", "abacus=" + first)
                .GET());
        assertThat(old.statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_finishes_what_another_browser_began() {
        SentToIssuer sent = new Browser(port).goToSignIn();
        var victim = new Browser(port);

        HttpResponse<String> answer = victim.comeBack(sent, ada, 300);

        assertThat(answer.headers().firstValue("Location")).hasValue("/app/?signin=failed");
        assertThat(victim.cookies()).doesNotContainKey("abacus");
        assertThat(victim.signIn(ada).cookies()).containsKey("abacus");
    }

    @Test
    void a_request_that_changes_something_must_come_from_our_own_page() {
        var browser = new Browser(port).signIn(ada);

        assertThat(browser.post("/graphql", QUERY).statusCode()).isEqualTo(200);
        assertThat(List.of(
                        browser.request("/graphql"),
                        browser.request("/graphql").header("X-CSRF", "1").header("Origin", "http://evil.example"),
                        browser.request("/graphql").header("X-CSRF", "1").header("Sec-Fetch-Site", "cross-site"),
                        browser.request("/graphql").header("Origin", Browser.OWN_ORIGIN),
                        browser.request("/app/logout").header("Origin", "http://evil.example")))
                .allSatisfy(request -> {
                    HttpResponse<String> answer = Http.send(
                            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(QUERY)));
                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(answer.body()).contains("problems/not-from-our-page");
                });
        assertThat(browser.get("/app/session").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_issuer() {
        var browser = new Browser(port).signIn(ada);
        browser.cookies().put("ABACUS_SIGN_IN", "at-the-issuer");
        String cookie = browser.cookies().get("abacus");

        HttpResponse<String> answer = browser.post("/app/logout", "");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.cookies()).doesNotContainKey("abacus");
        assertThat(Http.send(Http.request(port, "/app/session")
                                .header("Cookie", "abacus=" + cookie)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
        Seen revoked = seenByIssuer("/oauth2/revoke").getFirst();
        assertThat(revoked.body()).contains("token=refresh");
        assertThat(revoked.header("Authorization")).startsWith("Basic ");
        Seen ended = seenByIssuer("/connect/logout").getFirst();
        assertThat(ended.body()).contains("id_token_hint=eyJ");
        assertThat(ended.header("Cookie")).contains("ABACUS_SIGN_IN=at-the-issuer");
    }

    @Test
    void a_removed_user_is_out_at_once_and_for_good() {
        var browser = new Browser(port).signIn(ada);
        assertThat(browser.get("/app/session").statusCode()).isEqualTo(200);
        String cookie = browser.cookies().get("abacus");

        Neighbours.ISSUER.remove(ada);

        assertThat(browser.get("/app/session").statusCode()).isEqualTo(401);
        assertThat(browser.cookies()).doesNotContainKey("abacus");
        Neighbours.ISSUER.grant(ada, "ACTIVE", 1000, Permissions.PRODUCT_READ);
        assertThat(Http.send(Http.request(port, "/app/session")
                                .header("Cookie", "abacus=" + cookie)
                                .GET())
                        .statusCode())
                .as("the session itself has ended")
                .isEqualTo(401);
    }

    @Test
    void a_suspended_company_is_out_at_once() {
        var browser = new Browser(port).signIn(ada);
        assertThat(browser.post("/graphql", QUERY).statusCode()).isEqualTo(200);

        Neighbours.ISSUER.grant(ada, "SUSPENDED", 1000, Permissions.PRODUCT_READ);

        HttpResponse<String> answer = browser.post("/graphql", QUERY);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("problems/tenant-suspended");
        assertThat(browser.cookies()).doesNotContainKey("abacus");
    }

    @Test
    void many_requests_at_once_use_a_refresh_token_once() throws Exception {
        var browser = new Browser(port).signIn(ada, 5);
        AtomicInteger refreshed = Browser.issuerGives(ada, null, 300, new AtomicInteger());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> ask =
                    () -> Http.send(browser.request("/app/session").GET()).statusCode();
            var answers =
                    threads.invokeAll(IntStream.range(0, 12).mapToObj(i -> ask).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(refreshed).hasValue(1);
    }

    @Test
    void a_session_whose_tokens_are_not_renewed_has_ended() {
        var browser = new Browser(port).signIn(ada, 5);
        Neighbours.ISSUER.server().answering((exchange, body) -> {
            if (body.contains("grant_type=refresh_token")) {
                StandInServer.json(exchange, 400, "{\"error\":\"invalid_grant\"}");
            } else {
                Neighbours.ISSUER.answer(exchange, body);
            }
        });

        assertThat(browser.get("/app/session").statusCode()).isEqualTo(401);
        assertThat(browser.cookies()).doesNotContainKey("abacus");
    }

    @Test
    void an_issuer_that_is_away_ends_no_session() {
        var browser = new Browser(port).signIn(ada, 20);
        Neighbours.ISSUER.server().answering((exchange, body) -> {
            if (exchange.getRequestURI().getPath().equals("/oauth2/token")) {
                StandInServer.json(exchange, 503, "{}");
            } else {
                Neighbours.ISSUER.answer(exchange, body);
            }
        });

        assertThat(browser.get("/app/session").statusCode())
                .as("the old token still holds for a while")
                .isEqualTo(200);
    }

    @Test
    void a_program_comes_with_its_own_token_and_needs_no_page() {
        HttpResponse<String> answer = Http.send(Http.request(port, "/graphql")
                .header("Authorization", "Bearer " + Neighbours.ISSUER.token(ada))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUERY)));

        assertThat(answer.body()).contains("Name of SKU1");
    }

    private String sessionKey() {
        return redis.keys("session:*").stream()
                .filter(key -> !key.endsWith(":refreshing"))
                .filter(key -> (ada.tenant() + "/" + ada.user())
                        .equals(redis.opsForHash().get(key, "caller")))
                .collect(Collectors.joining());
    }

    private static List<Seen> seenByIssuer(String path) {
        return Neighbours.ISSUER.server().seen().stream()
                .filter(seen -> seen.path().equals(path))
                .toList();
    }
}
