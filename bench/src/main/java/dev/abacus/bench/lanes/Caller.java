package dev.abacus.bench.lanes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a gateway in the name of tenants, and hears which lane's instance has answered. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;

    Caller(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/echo");
    }

    /** The lane that answered, or {@code failed} and why. */
    String ask(long tenant) {
        var request = HttpRequest.newBuilder(address)
                .header("X-Tenant", Long.toString(tenant))
                .timeout(PATIENCE)
                .build();
        return answer(request);
    }

    static String answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "failed with " + answer.statusCode();
        } catch (IOException e) {
            return "failed with " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
