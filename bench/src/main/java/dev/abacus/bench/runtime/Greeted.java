package dev.abacus.bench.runtime;

import dev.abacus.seed.client.Bearer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the measured function, wherever it is, and makes sure of the answer. */
record Greeted(URI address, Bearer caller) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One that asks for no token. */
    static Greeted at(int port) {
        return new Greeted(URI.create("http://127.0.0.1:" + port + "/greet"), null);
    }

    void call() {
        HttpResponse<String> answer = send();
        if (answer.statusCode() != 200 || !answer.body().contains("Hello, Wu!")) {
            throw new IllegalStateException(address + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Has it called later; returns once that is promised. */
    void hand() {
        HttpResponse<String> answer = send();
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(address + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send() {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString("{\"name\": \"Wu\"}"));
        if (caller != null) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(address + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
