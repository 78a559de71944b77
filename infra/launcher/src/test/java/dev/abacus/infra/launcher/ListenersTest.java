package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenersTest {

    private static final int ANY_BACKLOG = 1;

    private final Listeners listeners = Listeners.ofThisMachine();

    @Test
    void a_loopback_listener_is_found_with_its_owner() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, ANY_BACKLOG, InetAddress.getByName("127.0.0.1"))) {
            Listeners.Listener found = listeners.on(socket.getLocalPort()).orElseThrow();

            assertThat(found.isLoopback()).isTrue();
            assertThat(listeners.owner(found)).contains(ProcessHandle.current().pid());
        }
    }

    @Test
    void a_listener_on_every_interface_is_not_loopback() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, ANY_BACKLOG, InetAddress.getByName("0.0.0.0"))) {
            assertThat(listeners.on(socket.getLocalPort()).orElseThrow().isLoopback())
                    .isFalse();
        }
    }

    @Test
    void a_closed_port_has_no_listener() throws IOException {
        ServerSocket socket = new ServerSocket(0, ANY_BACKLOG, InetAddress.getByName("127.0.0.1"));
        socket.close();

        assertThat(listeners.on(socket.getLocalPort())).isEmpty();
    }

    @Test
    void all_spellings_of_loopback_are_known_and_connections_are_no_listeners(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(
                proc.resolve("net/tcp"),
                """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:33FA 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1001 1
                   1: 0100007F:33FB 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 1002 1
                """);
        Files.writeString(
                proc.resolve("net/tcp6"),
                """
                  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0000000000000000FFFF00000100007F:2290 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1003 1
                   1: 00000000000000000000000001000000:2291 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1004 1
                   2: 00000000000000000000000000000000:2292 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1005 1
                """);

        assertThat(new Listeners(proc).all())
                .extracting(Listeners.Listener::port, Listeners.Listener::isLoopback)
                .containsExactly(tuple(13306, true), tuple(8848, true), tuple(8849, true), tuple(8850, false));
    }
}
