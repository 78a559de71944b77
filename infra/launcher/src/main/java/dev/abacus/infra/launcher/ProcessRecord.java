package dev.abacus.infra.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What the launcher remembers of a process it started, kept beside the program's data. Only what is found here is ever
 * stopped.
 *
 * @param startTicks tells this process from a later one with the same pid
 */
record ProcessRecord(long pid, long startTicks, Instant startedAt) {

    private static final String FILE = "process";

    boolean isAlive(ProcessTable table) {
        return table.startOf(pid).filter(ticks -> ticks == startTicks).isPresent();
    }

    void keep(Path state) throws IOException {
        Files.writeString(
                state.resolve(FILE),
                """
                pid=%d
                startTicks=%d
                startedAt=%s
                """
                        .formatted(pid, startTicks, startedAt));
    }

    static Optional<ProcessRecord> in(Path state) {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(state.resolve(FILE))) {
            kept.load(reader);
            return Optional.of(new ProcessRecord(
                    Long.parseLong(kept.getProperty("pid")),
                    Long.parseLong(kept.getProperty("startTicks")),
                    Instant.parse(kept.getProperty("startedAt"))));
        } catch (IOException neverStarted) {
            return Optional.empty();
        }
    }

    static void forget(Path state) throws IOException {
        Files.deleteIfExists(state.resolve(FILE));
    }
}
