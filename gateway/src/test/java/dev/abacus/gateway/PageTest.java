package dev.abacus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The plain page: files of our own and nothing else. */
@GatewayTest
class PageTest {

    private static final Pattern KEY = Pattern.compile("(?m)(?:^ {4}|, )([a-zA-Z]+): '");

    @LocalServerPort
    int port;

    @Test
    void the_page_lets_nothing_in_from_elsewhere() {
        var page = Http.get(port, "/app/", null);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern("<[^>]+ (on\\w+|style)=")
                .doesNotContainPattern("(src|href)=\"https?:");
    }

    @Test
    void every_text_is_there_in_both_languages() {
        String texts = file("text.js");
        int chinese = texts.indexOf("zh: {");

        assertThat(keys(texts.substring(0, chinese))).hasSizeGreaterThan(40).isEqualTo(keys(texts.substring(chinese)));
    }

    @Test
    void every_text_that_the_page_names_is_there() {
        String html = Http.get(port, "/app/", null).body();
        Set<String> texts = keys(file("text.js"));

        Set<String> named = Pattern.compile("data-text=\"(\\w+)\"")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(texts).containsAll(named);
    }

    @Test
    void every_field_of_a_form_has_a_label() {
        String html = Http.get(port, "/app/", null).body();

        Pattern.compile("<(?:input|select) id=\"([\\w-]+)\"")
                .matcher(html)
                .results()
                .forEach(field -> assertThat(html).contains("for=\"" + field.group(1) + "\""));
    }

    /** A file of the build that the page names. */
    private String file(String name) {
        var script = Pattern.compile("src=\"(/app/builds/[^\"]+/)app.js\"")
                .matcher(Http.get(port, "/app/", null).body());
        assertThat(script.find()).isTrue();
        return Http.get(port, script.group(1) + name, null).body();
    }

    private static Set<String> keys(String texts) {
        return KEY.matcher(texts).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
