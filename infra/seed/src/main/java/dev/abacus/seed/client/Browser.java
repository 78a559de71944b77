package dev.abacus.seed.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in takes: keeps cookies, follows redirects within one site, sends forms. */
public final class Browser {

    private static final int MOST_REDIRECTS = 10;
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value)=\"([^\"]*)\"");

    private final URI site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    public Browser(URI site) {
        this.site = site;
    }

    /**
     * Where the browser is.
     *
     * @param status of a page of the site; a redirect's own when it led outside, where the browser does not go
     */
    public record Page(URI address, int status, String body) {

        /** The fields that a form on it would send by itself. */
        Map<String, String> hiddenFields() {
            return HIDDEN.matcher(body)
                    .results()
                    .map(input -> attributes(input.group()))
                    .collect(Collectors.toMap(field -> field.get("name"), field -> field.getOrDefault("value", "")));
        }

        /** The parameters in its address. */
        Map<String, String> query() {
            Map<String, String> values = new HashMap<>();
            String query = Optional.ofNullable(address.getRawQuery()).orElse("");
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                values.put(parts[0], URLDecoder.decode(parts.length == 2 ? parts[1] : "", UTF_8));
            }
            return values;
        }

        private static Map<String, String> attributes(String element) {
            Map<String, String> attributes = new HashMap<>();
            for (Matcher matcher = ATTRIBUTE.matcher(element); matcher.find(); ) {
                attributes.put(matcher.group(1), matcher.group(2));
            }
            return attributes;
        }
    }

    public Page open(String path) {
        return settle(page(site.resolve(path)).GET());
    }

    /** Sends a page's form: its hidden fields and these. */
    public Page submit(Page page, String path, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(page.hiddenFields());
        fields.putAll(typed);
        return settle(page(site.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** One request with this browser's cookies; comes back when it is told to, as {@link Gateway} does. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(Duration.ofSeconds(60)).build();
        HttpResponse<String> answer = once(asked);
        for (int i = 0; i < Patience.TIMES && answer.statusCode() == 429; i++) {
            Patience.pause(answer.headers().firstValue("Retry-After"));
            answer = once(asked);
        }
        return answer;
    }

    private HttpResponse<String> once(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page loads", e);
        }
    }

    /** By name, those of this site. */
    public Map<String, String> cookies() {
        return cookies.getCookieStore().get(site).stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
    }

    public URI site() {
        return site;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Whoever does not ask for a page is taken for a program, and told 401 rather than shown the sign-in page. */
    private static HttpRequest.Builder page(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html");
    }

    private Page settle(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            Optional<URI> next = answer.headers().firstValue("Location").map(answer.uri()::resolve);
            if (next.isEmpty()) {
                return new Page(answer.uri(), answer.statusCode(), answer.body());
            }
            if (!next.get().getAuthority().equals(site.getAuthority())) {
                return new Page(next.get(), answer.statusCode(), "");
            }
            answer = send(page(next.get()).GET());
        }
        throw new IllegalStateException("sent round in a circle by " + answer.uri());
    }
}
