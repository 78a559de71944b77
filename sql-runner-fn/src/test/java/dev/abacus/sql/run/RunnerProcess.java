package dev.abacus.sql.run;

import dev.abacus.sql.release.ReleaseFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A runner in a process of its own, which can be killed. */
final class RunnerProcess {

    private final Process process;

    private RunnerProcess(Process process) {
        this.process = process;
    }

    /** @param settings lease and chunk in milliseconds, lock wait in seconds */
    static RunnerProcess start(Path release, Database database, int lease, int chunk, int lockWait) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RunnerProcess.class.getName(),
                release.toString(),
                Database.server(),
                database.schema(),
                Integer.toString(lease),
                Integer.toString(chunk),
                Integer.toString(lockWait));
        return new RunnerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** What it says at its end. */
    String report() throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes());
        process.waitFor(30, TimeUnit.SECONDS);
        return said;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public static void main(String[] arguments) throws IOException {
        RunSettings settings = RunSettings.standard("child")
                .withLease(Duration.ofMillis(Integer.parseInt(arguments[3])))
                .withChunk(Duration.ofMillis(Integer.parseInt(arguments[4])))
                .withLockWait(Duration.ofSeconds(Integer.parseInt(arguments[5])))
                .withCopying(true);
        Target target = Target.shard(arguments[1], arguments[2], "test", "test");
        System.out.println(TargetRun.run(
                ReleaseFolder.read(Path.of(arguments[0])), target, settings, Progress.silent(), Cancellation.never()));
    }
}
