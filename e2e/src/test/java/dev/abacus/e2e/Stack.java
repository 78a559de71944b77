package dev.abacus.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The processes under test, by way of the launcher. Where and on which ports is the launcher's own convention: as the
 * environment says, and else the tests' stack.
 *
 * @param root of the checkout
 * @param home where the launcher keeps this stack's data, logs and records
 */
public record Stack(Path root, Path home, int portOffset) {

    /** The launcher's {@code Stack.TEST_PORT_OFFSET}. */
    private static final String TEST_PORT_OFFSET = "10000";

    /** The launcher's words for a program whose module failed before; each test would wait for it in vain. */
    private static final String LEFT_OUT = "its module is not built here";

    static Stack current() {
        Map<String, String> environment = System.getenv();
        Path root = checkout();
        String home = environment.getOrDefault(
                "ABACUS_HOME",
                root.resolve(environment.containsKey("ABACUS_PORT_OFFSET") ? ".abacus" : ".abacus/test")
                        .toString());
        return new Stack(
                root,
                Path.of(home),
                Integer.parseInt(environment.getOrDefault("ABACUS_PORT_OFFSET", TEST_PORT_OFFSET)));
    }

    /** Starts what is not up: everything, or the named programs and what they need. */
    public void up(String... programs) {
        List<String> command = new ArrayList<>(List.of(root.resolve("abacus").toString(), "up"));
        command.addAll(List.of(programs));
        try {
            Path log = Files.createTempFile("abacus-e2e-up", ".log");
            ProcessBuilder up =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            up.environment().put("ABACUS_HOME", home.toString());
            up.environment().put("ABACUS_PORT_OFFSET", Integer.toString(portOffset));
            if (up.start().waitFor() != 0) {
                throw new IllegalStateException("The suite did not come up:\n" + Files.readString(log));
            }
            if (Files.readString(log).contains(LEFT_OUT)) {
                throw new IllegalStateException("Not all of the suite came up:\n" + Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new IllegalStateException("The launcher cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the suite comes up", e);
        }
    }

    /** As {@code kill -9} does: no chance to finish anything. */
    public void kill(String program) {
        ProcessHandle process = process(program);
        process.destroyForcibly();
        process.onExit().join();
    }

    private ProcessHandle process(String program) {
        Properties record = new Properties();
        try (var file = Files.newBufferedReader(home.resolve(program).resolve("process"))) {
            record.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(program + " was not started by " + home, e);
        }
        return ProcessHandle.of(Long.parseLong(record.getProperty("pid")))
                .orElseThrow(() -> new IllegalStateException(program + " does not run"));
    }

    private static Path checkout() {
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
}
