package dev.abacus.kernel.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;

/** Apache's HTTP client, set so that it does what a hop between two services is to do and nothing more (ADR 124). */
public final class PooledHttp {

    /** Of one instance. Whoever needs more at a time is in a jam that more connections make worse. */
    private static final int MOST_CONNECTIONS = 1_000;

    private static final int MOST_INSTANCES = 20;

    private static final Timeout FREE_CONNECTION = Timeout.ofSeconds(1);

    /** Below the servers' own patience of a minute: who closes first never meets a request on its way. */
    private static final Timeout IDLE = Timeout.ofSeconds(30);

    /** Looking whether a connection still stands takes a millisecond, so not in the middle of a conversation. */
    private static final TimeValue LOOKED_AT_AGAIN = TimeValue.ofMilliseconds(200);

    private PooledHttp() {}

    public static HttpComponentsClientHttpRequestFactoryBuilder set(
            HttpComponentsClientHttpRequestFactoryBuilder factories) {
        return factories
                .withHttpClientCustomizer(PooledHttp::set)
                .withConnectionManagerCustomizer(PooledHttp::set)
                .withConnectionConfigCustomizer(PooledHttp::set)
                .withDefaultRequestConfigCustomizer(PooledHttp::set);
    }

    private static void set(HttpClientBuilder http) {
        http.setRetryStrategy(new StaleConnection())
                .evictIdleConnections(IDLE)
                .disableCookieManagement()
                .disableAuthCaching();
    }

    private static void set(PoolingHttpClientConnectionManagerBuilder connections) {
        connections.setMaxConnPerRoute(MOST_CONNECTIONS).setMaxConnTotal(MOST_CONNECTIONS * MOST_INSTANCES);
    }

    private static void set(ConnectionConfig.Builder connection) {
        connection.setIdleTimeout(IDLE).setValidateAfterInactivity(LOOKED_AT_AGAIN);
    }

    private static void set(RequestConfig.Builder request) {
        request.setConnectionRequestTimeout(FREE_CONNECTION);
    }

    /**
     * A question whose connection turned out to be gone is asked once more, at once. By default every request that is answered
     * 429 or 503 would be sent again, orders too, and a deletion whose answer was lost: the second one finds nothing.
     */
    private static final class StaleConnection extends DefaultHttpRequestRetryStrategy {

        private static final List<Class<? extends IOException>> NOT_STALE = List.of(
                InterruptedIOException.class,
                UnknownHostException.class,
                ConnectException.class,
                NoRouteToHostException.class,
                SSLException.class);

        private StaleConnection() {
            super(1, TimeValue.ZERO_MILLISECONDS, NOT_STALE, List.of());
        }

        @Override
        protected boolean handleAsIdempotent(HttpRequest request) {
            return Method.isSafe(request.getMethod());
        }
    }
}
