package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack A13: what is meant for operators, looked for from outside. */
class ExposureTest {

    private static final List<Integer> DOORS = List.of(8080, 8101, 8102, 8103, 8104);

    /** Every standard port of the suite and its servers. */
    private static final List<Integer> PORTS =
            List.of(8080, 8101, 8102, 8103, 8104, 13306, 16379, 8848, 8849, 9848, 8091, 7091, 9876, 10911, 10909, 9411);

    /** In {@code /proc/net/tcp}: 127.0.0.1, and the same as an IPv6 address, and ::1. */
    private static final List<String> LOOPBACK =
            List.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

    private static final String LISTENING = "0A";

    private final Suite suite = Suite.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/configprops",
                "/actuator/beans",
                "/actuator/loggers",
                "/actuator/shutdown",
                "/actuator/gateway/routes"
            })
    void no_door_shows_its_inside(String path) {
        Raw administrator =
                suite.raw().as(suite.company("exposure").administrator().bearer());
        assertThat(administrator.get(path).status()).isIn(401, 403, 404);
        for (int door : DOORS) {
            assertThat(suite.at(door).get(path).status()).as(door + path).isIn(401, 403, 404);
        }
    }

    /** The positive control: the launcher asks this one to know whether a process is ready. */
    @Test
    void every_door_tells_whether_it_is_ready() {
        for (int door : DOORS) {
            assertThat(suite.at(door).get("/actuator/health/readiness").status())
                    .as("port " + door)
                    .isEqualTo(200);
        }
    }

    @Test
    void everything_listens_on_loopback_only() throws IOException {
        List<Socket> ours = listening().filter(Socket::isOurs).toList();
        assertThat(ours)
                .extracting(Socket::port)
                .contains(suite.place().port(8080), suite.place().port(13306));
        assertThat(ours).allSatisfy(socket -> assertThat(LOOPBACK).contains(socket.address()));
    }

    private record Socket(String address, int port) {

        static Socket of(String local) {
            String[] parts = local.split(":");
            return new Socket(parts[0], Integer.parseInt(parts[1], 16));
        }

        boolean isOurs() {
            return PORTS.contains(port - Suite.get().place().portOffset());
        }
    }

    private static Stream<Socket> listening() throws IOException {
        return Stream.concat(
                        Files.readAllLines(Path.of("/proc/net/tcp")).stream(),
                        Files.readAllLines(Path.of("/proc/net/tcp6")).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals(LISTENING))
                .map(fields -> Socket.of(fields[1]));
    }
}
