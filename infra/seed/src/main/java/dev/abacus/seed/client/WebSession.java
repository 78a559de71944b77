package dev.abacus.seed.client;

import dev.abacus.seed.client.Browser.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A person in front of the suite's page: signed in by a cookie, asks in GraphQL. No token ever comes to the browser. */
public final class WebSession {

    private final Browser browser;

    private WebSession(Browser browser) {
        this.browser = browser;
    }

    /** @throws SignInFailed when the page says no */
    public static WebSession signIn(URI gateway, Credentials credentials) {
        Browser browser = new Browser(gateway);
        Page after = SignIn.typeIn(browser, browser.open("/app/login"), credentials);
        if (after.status() != 200 || !after.address().getPath().equals("/app/")) {
            throw new SignInFailed(credentials, "ended at " + after.address() + " with " + after.status());
        }
        return new WebSession(browser);
    }

    /** What the browser keeps. */
    public Map<String, String> cookies() {
        return browser.cookies();
    }

    /** The answer of a query or mutation: {@code data}, {@code errors}, or a problem. */
    public JsonNode ask(String document, Map<String, ?> variables) {
        HttpResponse<String> answer =
                browser.send(HttpRequest.newBuilder(browser.site().resolve("/graphql"))
                        .header("Content-Type", "application/json")
                        // what a page of another site could not set
                        .header("X-CSRF", "1")
                        .header(RequestName.HEADER, RequestName.current())
                        .POST(BodyPublishers.ofString(
                                Json.MAPPER.writeValueAsString(Map.of("query", document, "variables", variables)))));
        return Json.MAPPER.readTree(answer.body());
    }
}
