package dev.abacus.seed.lanes;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Starts, stops and kills processes of this stack, by way of {@code ./abacus}.
 *
 * @param root of the checkout
 * @param home where the launcher keeps this stack's data, logs and records
 */
public record Launcher(Path root, Path home, int portOffset) {

    /** As the launcher itself says it to the programs that it runs. */
    public static Launcher ofThisStack() {
        return new Launcher(
                Path.of(System.getProperty("abacus.root", ".")),
                Path.of(System.getProperty("abacus.home", ".abacus")),
                Integer.getInteger("abacus.port-offset", 0));
    }

    public void up(String... programs) {
        run("up", programs);
    }

    public void down(String... programs) {
        run("down", programs);
    }

    /** {@code kill -9}: nobody is told. Returns when the process is gone. */
    public void kill(String program) {
        Properties record = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve(program).resolve("process"))) {
            record.load(reader);
            long pid = Long.parseLong(record.getProperty("pid"));
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Instant end = Instant.now().plus(Duration.ofSeconds(10));
            while (!isGone(pid) && Instant.now().isBefore(end)) {
                Thread.sleep(10);
            }
        } catch (IOException e) {
            throw new IllegalStateException(program + " was not started by " + home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A zombie is gone too. */
    private static boolean isGone(long pid) throws IOException {
        Path stat = Path.of("/proc/" + pid + "/stat");
        return !Files.exists(stat) || Files.readString(stat).contains(") Z ");
    }

    private void run(String command, String... programs) {
        List<String> line = new ArrayList<>(List.of(root.resolve("abacus").toString(), command));
        line.addAll(List.of(programs));
        ProcessBuilder process = new ProcessBuilder(line).redirectErrorStream(true);
        process.environment().put("ABACUS_HOME", home.toString());
        process.environment().put("ABACUS_PORT_OFFSET", Integer.toString(portOffset));
        try {
            Process running = process.start();
            String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (running.waitFor() != 0) {
                throw new IllegalStateException(
                        "./abacus " + String.join(" ", line.subList(1, line.size())) + " failed:\n" + output);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the launcher cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
