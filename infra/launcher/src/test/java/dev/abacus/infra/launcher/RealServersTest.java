package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the servers together. */
class RealServersTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Console CONSOLE = new Console(System.out);

    /** On a stack of this test's own, since the other tests would not like their database killed. */
    @Test
    void what_mariadb_acknowledged_survives_kill_9(@TempDir Path home) throws Exception {
        Stack stack = new Stack(ROOT, home, 15_000);
        Commands commands = new Commands(stack, CONSOLE);
        try {
            assertThat(commands.up(List.of("mariadb"))).isTrue();
            try (Connection connection = connect(stack)) {
                connection.createStatement().execute("CREATE TABLE test_kill.stock (id INT PRIMARY KEY, on_hand INT)");
                connection.createStatement().execute("INSERT INTO test_kill.stock VALUES (1, 42)");
            }

            kill9(ProcessRecord.in(stack.state("mariadb")).orElseThrow());
            await().until(() -> commands.running().isEmpty());
            assertThat(commands.up(List.of("mariadb"))).isTrue();

            try (Connection connection = connect(stack)) {
                ResultSet rows = connection.createStatement().executeQuery("SELECT on_hand FROM test_kill.stock");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(42);
            }
        } finally {
            commands.down(List.of());
        }
        assertThat(commands.running()).isEmpty();
    }

    /** Attack A13: whoever is on the same network reaches no server. */
    @Test
    void every_server_listens_on_loopback_only() throws Exception {
        Stack tests = System.getenv("ABACUS_HOME") == null
                ? Stack.of(ROOT, Map.of()).forTests()
                : Stack.of(ROOT, System.getenv());
        Commands commands = new Commands(tests, CONSOLE);
        List<Program> before = commands.running();
        try {
            assertThat(commands.up(List.of("redis", "nacos", "rocketmq", "seata", "tracestore")))
                    .isTrue();
            List<Program> servers = commands.running().stream()
                    .filter(program -> program.kind() == Program.Kind.SERVER)
                    .toList();

            assertThat(listenersOf(servers, tests))
                    .hasSizeGreaterThanOrEqualTo(servers.size())
                    .allMatch(Listeners.Listener::isLoopback);
        } finally {
            List<Program> started = new ArrayList<>(commands.running());
            started.removeIf(
                    program -> before.stream().anyMatch(old -> old.name().equals(program.name())));
            if (!started.isEmpty()) {
                commands.down(started.stream().map(Program::name).toList());
            }
        }
    }

    /** Every socket that the processes listen on, also on ports that the topology does not know of. */
    private static List<Listeners.Listener> listenersOf(List<Program> servers, Stack stack) {
        Listeners listeners = Listeners.ofThisMachine();
        Set<Long> pids = servers.stream()
                .map(server -> ProcessRecord.in(stack.state(server.name()))
                        .orElseThrow()
                        .pid())
                .collect(Collectors.toSet());
        return listeners.all().stream()
                .filter(listener ->
                        listeners.owner(listener).filter(pids::contains).isPresent())
                .toList();
    }

    private static void kill9(ProcessRecord record) {
        ProcessHandle.of(record.pid()).orElseThrow().destroyForcibly();
    }

    private static Connection connect(Stack stack) throws Exception {
        String url = "jdbc:mariadb://127.0.0.1:" + stack.port(13306) + "/test_kill?createDatabaseIfNotExist=true";
        return DriverManager.getConnection(url, "test", "test");
    }
}
