package dev.abacus.function.dispatcher.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.abacus.function.dispatcher.delivery.Undeliverable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server outside can do to the platform that calls it: answer, and nothing else. */
class OutsidePostTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private static OutsidePost client(OutsidePost.Resolver resolver, SSLSocketFactory tls) {
        return new OutsidePost(resolver, new OutsideAddresses(true), tls, Duration.ofSeconds(20));
    }

    private static OutsidePost client() {
        return client(host -> new InetAddress[] {HERE}, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static OutsidePost impatient() {
        return new OutsidePost(host -> new InetAddress[] {HERE}, new OutsideAddresses(true), null, TIMEOUT);
    }

    /** A server that says that to whoever connects, and how often anybody did. */
    private static ServerSocket saying(Speech speech, AtomicInteger calls) throws IOException {
        ServerSocket server = new ServerSocket(0, 10, HERE);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    calls.incrementAndGet();
                    speech.to(socket.getOutputStream());
                } catch (IOException | InterruptedException e) {
                    // The other side has had enough, which is what is tested.
                }
            }
        });
        return server;
    }

    private interface Speech {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private static URI address(ServerSocket server) {
        return URI.create("http://hook.example:" + server.getLocalPort() + "/hook?a=b");
    }

    private static Speech text(String text) {
        return out -> {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Thread.sleep(100);
        };
    }

    @Test
    void the_status_is_all_that_is_read_and_nothing_is_followed() throws Exception {
        var calls = new AtomicInteger();
        try (var server = saying(text("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n"), calls);
                var interim =
                        saying(text("HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 202 Accepted\r\n\r\n"), calls)) {
            assertThat(client().post(address(server), Map.of(), BODY)).isEqualTo(302);
            assertThat(client().post(address(interim), Map.of(), BODY)).isEqualTo(202);
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void an_answer_without_an_end_ends() throws Exception {
        try (var endless = saying(
                        out -> {
                            while (true) {
                                out.write('x');
                            }
                        },
                        new AtomicInteger());
                var dripping = saying(
                        out -> {
                            while (true) {
                                out.write('H');
                                out.flush();
                                Thread.sleep(200);
                            }
                        },
                        new AtomicInteger());
                var silent = saying(out -> Thread.sleep(120_000), new AtomicInteger())) {
            assertThatThrownBy(() -> impatient().post(address(endless), Map.of(), BODY))
                    .isInstanceOf(IOException.class);
            for (ServerSocket slow : new ServerSocket[] {dripping, silent}) {
                long begin = System.nanoTime();
                assertThatThrownBy(() -> impatient().post(address(slow), Map.of(), BODY))
                        .isInstanceOf(SocketTimeoutException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
            }
        }
    }

    /** A name server that answers otherwise the second time leads nowhere: there is no second time. */
    @Test
    void a_name_is_looked_up_once() throws Exception {
        var lookups = new AtomicInteger();
        OutsidePost.Resolver turning =
                host -> new InetAddress[] {lookups.incrementAndGet() == 1 ? HERE : InetAddress.ofLiteral("10.0.0.1")};
        try (var server = saying(text("HTTP/1.1 204 No Content\r\n\r\n"), new AtomicInteger())) {
            assertThat(client(turning, null).post(address(server), Map.of(), BODY))
                    .isEqualTo(204);
        }
        assertThat(lookups).hasValue(1);
    }

    @Test
    void a_name_that_leads_inside_is_not_connected_to() throws Exception {
        var calls = new AtomicInteger();
        try (var server = saying(text("HTTP/1.1 204 No Content\r\n\r\n"), calls)) {
            var strict = new OutsidePost(
                    host -> new InetAddress[] {HERE}, new OutsideAddresses(false), null, Duration.ofSeconds(1));
            assertThatThrownBy(() -> strict.post(address(server), Map.of(), BODY))
                    .isInstanceOf(Undeliverable.class);
        }
        assertThat(calls).hasValue(0);
        assertThatThrownBy(() -> client(host -> new InetAddress[] {InetAddress.ofLiteral("1.1.1.1")}, null)
                        .post(URI.create("http://hook.example/"), Map.of(), BODY))
                .isInstanceOf(Undeliverable.class)
                .hasMessageContaining("without TLS");
    }

    @Test
    void a_certificate_must_be_trusted_and_be_the_names() throws Exception {
        KeyStore keys = keys("hook.example");
        SSLContext ours = context(keys);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(HERE, 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(ours));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            OutsidePost trusting = client(host -> new InetAddress[] {HERE}, ours.getSocketFactory());
            assertThat(trusting.post(URI.create("https://hook.example:" + port), Map.of(), BODY))
                    .isEqualTo(200);
            assertThatThrownBy(() -> trusting.post(URI.create("https://other.example:" + port), Map.of(), BODY))
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> client().post(URI.create("https://hook.example:" + port), Map.of(), BODY))
                    .isInstanceOf(SSLException.class);
        } finally {
            server.stop(0);
        }
    }

    private KeyStore keys(String name) throws Exception {
        Path file = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        mine.init(keys, "changeit".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
        return context;
    }
}
