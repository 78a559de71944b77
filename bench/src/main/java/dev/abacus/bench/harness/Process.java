package dev.abacus.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of this machine, as Linux counts it. */
public record Process(String name, long pid) {

    /** The kernel reports in hundredths of a second on every architecture that we run on (sysconf _SC_CLK_TCK). */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /** A program that the launcher started; it keeps the pid beside the program's data. */
    public static Process startedByLauncher(Path launcherHome, String program) {
        Path file = launcherHome.resolve(program).resolve("process");
        String pid = value(file, "pid=");
        return new Process(program, Long.parseLong(pid));
    }

    /** The processes that it has started and that are there. */
    public List<Process> children() {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> new Process(name + " child", child.pid()))
                .toList();
    }

    /** Processor time so far, its own and the kernel's on its behalf. */
    public double cpuSeconds() {
        String stat = text(Path.of("/proc", Long.toString(pid), "stat"));
        // the second field is the command in parentheses, and may itself hold blanks
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        long ticks = Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(SYSTEM_TICKS));
        return ticks / TICKS_PER_SECOND;
    }

    public long residentMegabytes() {
        String kilobytes = value(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
        return Long.parseLong(kilobytes.replace("kB", "").strip()) / 1024;
    }

    /** What it holds alone, and its part of what it shares with others, such as an archive of classes. */
    public long proportionalMegabytes() {
        String kilobytes = value(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
        return Long.parseLong(kilobytes.replace("kB", "").strip()) / 1024;
    }

    private static String value(Path file, String name) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " has no " + name));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
