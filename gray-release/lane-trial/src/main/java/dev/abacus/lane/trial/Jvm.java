package dev.abacus.lane.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A process of its own, which can be asked to stop and can be killed. What it says is in its log. */
public final class Jvm implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-Xmx256m",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

    /** Spring Boot's own words when a program is up. */
    private static final String STARTED = "Started ";

    private final String name;
    private final Path log;
    private final Process process;

    private Jvm(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    static Jvm start(String name, Path logs, String classPath, Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(arguments);
        try {
            Path log = Files.createDirectories(logs).resolve(name + ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            // glibc otherwise keeps an arena of 64 MB for nearly each thread
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            return new Jvm(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    public Jvm awaitStarted() {
        Awaitility.await(name + " has started, see " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(name + " has ended instead of starting, see " + log);
                    }
                    return said(STARTED);
                });
        return this;
    }

    private boolean said(String words) throws IOException {
        return Files.readString(log).contains(words);
    }

    /** Asks it to stop, and returns at once. */
    public void stop() {
        process.destroy();
    }

    /** {@code kill -9}: nothing is flushed, nobody is told. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    public void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not end, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
