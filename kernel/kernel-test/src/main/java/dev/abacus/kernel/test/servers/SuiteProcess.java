package dev.abacus.kernel.test.servers;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;

/** A process of the test stack, by its name in the launcher's topology, for tests of what happens when it dies. */
public record SuiteProcess(String name) {

    /** {@code kill -9}: nothing is flushed, nobody is told. Returns when the process is gone. */
    public void kill() {
        long pid = pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Awaitility.await().until(() -> isGone(pid));
    }

    /** A zombie is gone too; {@code ProcessHandle} would wait until somebody buries it. */
    private static boolean isGone(long pid) throws IOException {
        Path stat = Path.of("/proc/" + pid + "/stat");
        return !Files.exists(stat) || Files.readString(stat).contains(") Z ");
    }

    /** Starts it again, through the launcher, and returns when it is ready. Harmless when it runs. */
    public void start() throws IOException, InterruptedException {
        TestStack.current().launch(List.of(name));
    }

    /** The pid that the launcher recorded at the last start. */
    public long pid() {
        Properties record = new Properties();
        Path file = TestStack.current().home().resolve(name).resolve("process");
        try (Reader reader = Files.newBufferedReader(file)) {
            record.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(name + " was never started on this stack", e);
        }
        return Long.parseLong(record.getProperty("pid"));
    }
}
