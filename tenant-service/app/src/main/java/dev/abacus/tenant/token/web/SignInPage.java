package dev.abacus.tenant.token.web;

import dev.abacus.kernel.security.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/** The one page of this service: company, username, password. English or Chinese, as the browser prefers. */
@Controller
@Hidden
class SignInPage {

    static final String PATH = "/login";
    static final String REFUSED = PATH + "?error";

    private static final Pattern FIELD = Pattern.compile("\\{\\{(\\w+)}}");

    private final String template = read("sign-in.html");
    private final String style = read("sign-in.css");

    @GetMapping(PATH)
    @Public(because = "somebody who signs in is not signed in yet")
    ResponseEntity<String> show(
            HttpServletRequest request, CsrfToken csrf, @RequestParam(required = false) String error) {
        Locale language = language(request);
        var fields = new HashMap<String, String>();
        texts(language).forEach((key, text) -> fields.put(key, HtmlUtils.htmlEscape(text)));
        fields.put("language", language.getLanguage());
        fields.put("style", style);
        fields.put("csrf", HtmlUtils.htmlEscape(csrf.getToken()));
        fields.put("alert", error == null ? "" : "<p role=\"alert\">" + fields.get("refused") + "</p>");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(fill(fields));
    }

    /** Nothing but this page's own style may be loaded, and nobody may frame it. */
    String policy() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(digest)
                    + "'; base-uri 'none'; frame-ancestors 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fill(Map<String, String> fields) {
        return FIELD.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(fields.getOrDefault(found.group(1), "")));
    }

    private static Locale language(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(code -> code.equals("en") || code.equals("zh"))
                .findFirst()
                .map(Locale::of)
                .orElse(Locale.ENGLISH);
    }

    private static Map<String, String> texts(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "sign-in",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
        var texts = new HashMap<String, String>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
