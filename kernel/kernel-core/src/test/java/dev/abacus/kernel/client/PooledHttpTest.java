package dev.abacus.kernel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** What a hop between two services does by itself, and what it leaves to whoever asked. */
class PooledHttpTest {

    private final RestClient client = RestClient.builder()
            .requestFactory(PooledHttp.set(ClientHttpRequestFactoryBuilder.httpComponents())
                    .build())
            .defaultStatusHandler(status -> true, (request, answer) -> {})
            .build();

    private interface Asking {
        void at(String address) throws Exception;
    }

    private static void served(HttpHandler handler, Asking asking) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", handler);
        server.start();
        try {
            asking.at("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        } finally {
            server.stop(0);
        }
    }

    private int status(HttpMethod method, String address) {
        return client.method(method)
                .uri(address)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    @Test
    void who_is_told_to_come_again_is_not_sent_again() throws Exception {
        for (int told : List.of(429, 503)) {
            AtomicInteger asked = new AtomicInteger();
            served(
                    call -> {
                        asked.incrementAndGet();
                        call.getResponseHeaders().set("Retry-After", "0");
                        call.sendResponseHeaders(told, -1);
                        call.close();
                    },
                    address -> {
                        assertThat(status(HttpMethod.POST, address)).isEqualTo(told);
                        assertThat(status(HttpMethod.GET, address)).isEqualTo(told);
                    });
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void many_ask_the_same_instance_at_once() throws Exception {
        CountDownLatch all = new CountDownLatch(60);
        served(
                call -> {
                    all.countDown();
                    try {
                        call.sendResponseHeaders(all.await(30, TimeUnit.SECONDS) ? 204 : 500, -1);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    call.close();
                },
                address -> {
                    List<Future<Integer>> answers = new ArrayList<>();
                    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (int i = 0; i < 60; i++) {
                            answers.add(threads.submit(() -> status(HttpMethod.POST, address)));
                        }
                    }
                    assertThat(answers).allMatch(answer -> answer.resultNow() == 204);
                });
    }

    /** Answers the first request of each connection and hangs up at the second. */
    private static void hangingUp(ServerSocket server, AtomicInteger requests) {
        while (true) {
            try (Socket peer = server.accept()) {
                var lines = new BufferedReader(new InputStreamReader(peer.getInputStream()));
                for (int i = 0; i < 2; i++) {
                    while (!lines.readLine().isEmpty()) {
                        // the headers
                    }
                    requests.incrementAndGet();
                    if (i == 0) {
                        peer.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes());
                    }
                }
            } catch (IOException | NullPointerException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    @Test
    void a_question_whose_connection_is_gone_is_asked_once_more_and_nothing_else_is() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> hangingUp(server, requests));
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/";

            assertThat(status(HttpMethod.GET, address)).isEqualTo(204);
            assertThat(status(HttpMethod.GET, address))
                    .as("on another connection")
                    .isEqualTo(204);
            assertThat(requests).hasValue(3);

            assertThatThrownBy(() -> status(HttpMethod.POST, address)).isInstanceOf(ResourceAccessException.class);
            assertThat(requests).hasValue(4);
            assertThat(status(HttpMethod.GET, address)).isEqualTo(204);
            assertThatThrownBy(() -> status(HttpMethod.DELETE, address)).isInstanceOf(ResourceAccessException.class);
            assertThat(requests).hasValue(6);
        }
    }
}
