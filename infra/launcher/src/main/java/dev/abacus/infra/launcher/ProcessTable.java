package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux knows of its processes, read from {@code /proc}. {@code ProcessHandle} will not do: to it a zombie is alive,
 * and its start times move when the clock is set.
 */
record ProcessTable(Path proc) {

    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    static ProcessTable ofThisMachine() {
        return new ProcessTable(Path.of("/proc"));
    }

    /**
     * When the process was started, in clock ticks since the machine's boot; with the pid it names one process for ever,
     * even after the pid is given to another. Empty when there is none, or only a zombie that nobody has buried yet.
     */
    Optional<Long> startOf(long pid) {
        try {
            String stat = Files.readString(proc.resolve(pid + "/stat"));
            // the command's name stands in brackets and may itself hold spaces and brackets
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean dead = fields[STATE].equals("Z") || fields[STATE].equals("X");
            return dead ? Optional.empty() : Optional.of(Long.parseLong(fields[START_TICKS]));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Memory that is resident, in megabytes; 0 when the process is gone. */
    long residentMegabytes(long pid) {
        try {
            return Files.readAllLines(proc.resolve(pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .findFirst()
                    .map(kilobytes -> Long.parseLong(kilobytes) / 1024)
                    .orElse(0L);
        } catch (IOException gone) {
            return 0;
        }
    }

    String commandOf(long pid) {
        try {
            return Files.readString(proc.resolve(pid + "/comm")).strip();
        } catch (IOException gone) {
            return "?";
        }
    }
}
