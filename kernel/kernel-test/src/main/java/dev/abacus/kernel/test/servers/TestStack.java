package dev.abacus.kernel.test.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;

/** The stack that the tests of this process use, started through the launcher when it is not up. */
record TestStack(int portOffset) {

    /** The launcher's {@code Stack.TEST_PORT_OFFSET}. */
    private static final int TEST_PORT_OFFSET = 10_000;

    private static final int PATIENCE_MILLIS = 1_000;

    /** What takes a second may take a minute on a machine that does other things too: no test is to fail by that. */
    private static final Duration PATIENCE_WITH_PROCESSES = Duration.ofMinutes(4);

    static {
        Awaitility.setDefaultTimeout(PATIENCE_WITH_PROCESSES);
    }

    static TestStack current() {
        String given = System.getenv("ABACUS_PORT_OFFSET");
        return new TestStack(given == null ? TEST_PORT_OFFSET : Integer.parseInt(given));
    }

    String port(Server server) {
        return Integer.toString(server.standardPort() + portOffset);
    }

    /** Where the launcher keeps this stack's data, logs and records. */
    Path home() {
        String given = System.getenv("ABACUS_HOME");
        return given == null ? root().resolve(".abacus/test") : Path.of(given);
    }

    void ensure(Collection<Server> servers) throws IOException, InterruptedException {
        List<Server> down = servers.stream().filter(server -> !answers(server)).toList();
        if (!down.isEmpty()) {
            launch(down.stream()
                    .map(server -> server.name().toLowerCase(Locale.ROOT))
                    .toList());
        }
    }

    private boolean answers(Server server) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", server.standardPort() + portOffset), PATIENCE_MILLIS);
            return true;
        } catch (IOException notUp) {
            return false;
        }
    }

    /** By {@code ./abacus up}; without names everything. What is up stays as it is. */
    void launch(List<String> programs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root().resolve("abacus").toString(), "up"));
        command.addAll(programs);
        Path log = Files.createTempFile("abacus-test-servers", ".log");
        ProcessBuilder up =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        up.environment().put("ABACUS_HOME", home().toString());
        up.environment().put("ABACUS_PORT_OFFSET", Integer.toString(portOffset));
        if (up.start().waitFor() != 0) {
            throw new IllegalStateException("./abacus up " + programs + " failed:\n" + Files.readString(log));
        }
        Files.delete(log);
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(directory.resolve("abacus"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException(
                        "No ./abacus above " + Path.of("").toAbsolutePath());
            }
        }
        return directory;
    }

    void publishProperties(Server[] servers) {
        Arrays.stream(servers).forEach(server -> server.properties(this).forEach(System::setProperty));
    }
}
