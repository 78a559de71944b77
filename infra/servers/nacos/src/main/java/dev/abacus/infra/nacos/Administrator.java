package dev.abacus.infra.nacos;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A new Nacos has no user at all; the first caller may name the administrator's password, once. */
final class Administrator {

    /** What Nacos answers when the administrator already exists: a second start. */
    private static final int CONFLICT = 409;

    /** Nacos reads its users into memory some seconds after it has started, and refuses them until then. */
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient http;
    private final String users;

    private Administrator(HttpClient http, String port) {
        this.http = http;
        this.users = "http://127.0.0.1:" + port + "/nacos/v3/auth/user";
    }

    /** Returns once the administrator exists and can sign in. */
    static void ensure(String port, String password) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var administrator = new Administrator(http, port);
            String secret = "password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
            HttpResponse<String> answer = administrator.post("/admin", secret);
            if (answer.statusCode() != 200 && answer.statusCode() != CONFLICT) {
                throw new IllegalStateException("Nacos did not accept its administrator: " + answer.body());
            }
            administrator.awaitKnown("username=nacos&" + secret);
        }
    }

    private void awaitKnown(String credentials) throws IOException, InterruptedException {
        long since = System.nanoTime();
        HttpResponse<String> answer = post("/login", credentials);
        while (answer.statusCode() != 200) {
            if (System.nanoTime() - since > KNOWN_WITHIN.toNanos()) {
                throw new IllegalStateException("Nacos does not know its administrator: " + answer.body());
            }
            Thread.sleep(PAUSE);
            answer = post("/login", credentials);
        }
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(users + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
