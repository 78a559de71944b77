package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

    @Test
    void a_service_is_ready_when_it_says_so() throws IOException {
        assertThat(healthAnswers(200)).isTrue();
        assertThat(healthAnswers(503)).isFalse();
    }

    @Test
    void a_port_that_nobody_listens_on_is_not_ready() throws IOException {
        int port = freePort();

        assertThat(Readiness.http(port, "/health").isReady()).isFalse();
        assertThat(Readiness.mariaDbGreets(port).isReady()).isFalse();
        assertThat(Readiness.redisAnswersPing(port).isReady()).isFalse();
    }

    @Test
    void mariadb_is_ready_when_it_greets_in_its_protocol() throws Exception {
        byte[] greeting = {74, 0, 0, 0, 10, '1', '1'};
        byte[] tooManyConnections = {23, 0, 0, 0, (byte) 0xff, 16, 4};

        try (OneAnswer server = new OneAnswer(greeting)) {
            assertThat(Readiness.mariaDbGreets(server.port()).isReady()).isTrue();
        }
        try (OneAnswer server = new OneAnswer(tooManyConnections)) {
            assertThat(Readiness.mariaDbGreets(server.port()).isReady()).isFalse();
        }
    }

    @Test
    void redis_that_still_reads_its_file_is_not_ready() throws Exception {
        try (OneAnswer server = new OneAnswer("+PONG\r\n".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(Readiness.redisAnswersPing(server.port()).isReady()).isTrue();
        }
        try (OneAnswer server = new OneAnswer("-LOADING\r\n".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(Readiness.redisAnswersPing(server.port()).isReady()).isFalse();
        }
    }

    @Test
    void a_listening_server_is_not_ready_before_it_announces_itself(@TempDir Path state) throws Exception {
        Path announcement = state.resolve("ready");
        try (OneAnswer server = new OneAnswer(new byte[0])) {
            Readiness readiness = Readiness.announced(announcement, server.port());
            assertThat(readiness.isReady()).isFalse();

            Files.createFile(announcement);

            assertThat(readiness.isReady()).isTrue();
        }
    }

    private static boolean healthAnswers(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return Readiness.http(server.getAddress().getPort(), "/health").isReady();
        } finally {
            server.stop(0);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A server that gives the same answer to everybody, asked or not. */
    private static final class OneAnswer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        private final Thread thread;

        OneAnswer(byte[] answer) throws IOException {
            thread = Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try (Socket caller = socket.accept()) {
                        caller.getOutputStream().write(answer);
                        caller.shutdownOutput();
                        caller.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                    } catch (IOException closedOrGone) {
                        // the next caller, or the end
                    }
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws Exception {
            socket.close();
            thread.join();
        }
    }
}
