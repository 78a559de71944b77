package dev.abacus.bench.runtime;

import dev.abacus.seed.client.Bearer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Calls the measured function, wherever it is, and makes sure of the answer. Not by the JDK's client: under load it takes the
 * answer of a quick peer for the last word of a connection that nobody uses (JDK-8357639).
 */
record Greeted(URI address, Bearer caller) {

    private static final ContentType BATCH = ContentType.create("application/cloudevents-batch+json");
    private static final int MOST_CALLERS = 64;
    private static final int PATIENCE_SECONDS = 30;
    private static final CloseableHttpClient HTTP = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(MOST_CALLERS)
                    .setMaxConnTotal(2 * MOST_CALLERS)
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom()
                    .setResponseTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .build();

    private record Answer(int status, String body) {}

    /** One that asks for no token. */
    static Greeted at(int port) {
        return new Greeted(URI.create("http://127.0.0.1:" + port + "/greet"), null);
    }

    void call() {
        Answer answer = send();
        if (answer.status() != 200 || !answer.body().contains("Hello, Wu!")) {
            throw new IllegalStateException(address + " answered " + answer.status() + " " + answer.body());
        }
    }

    /** Has it called later; returns once that is promised. */
    void hand() {
        Answer answer = send();
        if (answer.status() != 202) {
            throw new IllegalStateException(address + " answered " + answer.status() + " " + answer.body());
        }
    }

    /** The same of so many events in one request. */
    void handBatch(int events) {
        String batch = IntStream.range(0, events)
                .mapToObj(event -> "{\"specversion\":\"1.0\",\"id\":\"" + UUID.randomUUID()
                        + "\",\"source\":\"/bench\",\"type\":\"wu\",\"data\":{\"name\":\"Wu\"}}")
                .collect(Collectors.joining(",", "[", "]"));
        Answer answer = send(new StringEntity(batch, BATCH));
        if (answer.status() != 202) {
            throw new IllegalStateException(address + " answered " + answer.status() + " " + answer.body());
        }
    }

    private Answer send() {
        return send(new StringEntity("{\"name\": \"Wu\"}", ContentType.APPLICATION_JSON));
    }

    private Answer send(StringEntity body) {
        var request = new HttpPost(address);
        request.setEntity(body);
        if (caller != null) {
            request.setHeader("Authorization", "Bearer " + caller.token());
        }
        try {
            return HTTP.execute(
                    request, answer -> new Answer(answer.getCode(), EntityUtils.toString(answer.getEntity())));
        } catch (IOException e) {
            throw new UncheckedIOException(address + " failed: " + e, e);
        }
    }
}
