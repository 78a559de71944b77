package dev.abacus.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What the figures were measured on, in a line. */
public final class Machine {

    private Machine() {}

    public static String describe() {
        String cpu = value(Path.of("/proc/cpuinfo"), "model name");
        long memory = Long.parseLong(value(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "")) >> 20;
        return "%d × %s, %d GB, Linux %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        cpu,
                        memory,
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    /** The minute's load tells whether somebody else was at work too. */
    public static String loadAverage() {
        return text(Path.of("/proc/loadavg")).split(" ")[0];
    }

    public static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    }

    private static String value(Path file, String name) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
