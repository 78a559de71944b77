package dev.abacus.bench.placing;

import dev.abacus.seed.client.Bearer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Where orders are handed in: the door of one process, asked as the gateway would ask it. */
final class Counter {

    private static final int CREATED = 201;

    private final URI door;
    private final Bearer seller;
    private final List<String> orders;
    private final AtomicInteger next = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Counter(int port, Bearer seller, List<String> orders) {
        this.door = URI.create("http://127.0.0.1:" + port + "/sales-orders");
        this.seller = seller;
        this.orders = orders;
    }

    /** Hands in the next order and waits until it is placed. */
    void place() {
        String body = orders.get(Math.floorMod(next.getAndIncrement(), orders.size()));
        HttpRequest request = HttpRequest.newBuilder(door)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + seller.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != CREATED) {
                throw new IllegalStateException(door + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(door + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
