package dev.abacus.infra.nacos;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A new Nacos has no user at all; the first caller may name the administrator's password, once. */
final class Administrator {

    /** What Nacos answers when the administrator already exists: a second start. */
    private static final int CONFLICT = 409;

    private Administrator() {}

    static void ensure(String port, String password) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/nacos/v3/auth/user/admin");
        String form = "password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != CONFLICT) {
                throw new IllegalStateException("Nacos did not accept its administrator: " + answer.body());
            }
        }
    }
}
