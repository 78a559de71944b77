package dev.abacus.seed.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much memory the suite's processes take on this machine: the launcher knows their pids, Linux the rest. */
public final class Memory {

    private static final String PID = "pid=";
    private static final String RESIDENT = "VmRSS:";

    private final Path launcherHome;

    /** @param launcherHome where the launcher keeps its records */
    public Memory(Path launcherHome) {
        this.launcherHome = launcherHome;
    }

    /** In words; of a process that the launcher did not start here, nothing is known. */
    String of(List<String> programs) {
        return programs.stream()
                .map(program -> program + " "
                        + residentMegabytes(program).map(mb -> mb + " MB").orElse("unknown"))
                .collect(Collectors.joining(", "));
    }

    private Optional<Long> residentMegabytes(String program) {
        return value(launcherHome.resolve(program).resolve("process"), PID)
                .flatMap(pid -> value(Path.of("/proc", pid, "status"), RESIDENT))
                .map(kilobytes -> Long.parseLong(kilobytes.replace("kB", "").strip()) / 1024);
    }

    private static Optional<String> value(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).strip())
                    .findFirst();
        } catch (IOException notHere) {
            return Optional.empty();
        }
    }
}
