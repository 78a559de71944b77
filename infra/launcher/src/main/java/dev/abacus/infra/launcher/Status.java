package dev.abacus.infra.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A table of what runs, whether it answers, and what it takes. */
final class Status {

    private static final String ROW = "  %-18s %8s %6s %8s %9s  %s";

    private final Supervisor supervisor;
    private final Console console;

    Status(Supervisor supervisor, Console console) {
        this.supervisor = supervisor;
        this.console = console;
    }

    void show(List<Program> programs) {
        console.line(ROW.formatted("", "pid", "port", "MB", "up for", "health"));
        long total = 0;
        int up = 0;
        for (Program program : programs) {
            Optional<ProcessRecord> running = supervisor.running(program);
            if (running.isPresent()) {
                total += supervisor.residentMegabytes(running.get());
                up++;
            }
            console.line(running.map(record -> up(program, record)).orElseGet(() -> down(program)));
        }
        console.line(ROW.formatted("total", up + " up", "", total, "", ""));
    }

    private String up(Program program, ProcessRecord record) {
        return ROW.formatted(
                program.name(),
                record.pid(),
                program.ports().getFirst(),
                supervisor.residentMegabytes(record),
                brief(Duration.between(record.startedAt(), Instant.now())),
                program.readiness().isReady() ? "ready" : "NOT READY");
    }

    private static String down(Program program) {
        String missing = program.launch().missing();
        return ROW.formatted(program.name(), "-", "-", "-", "-", missing == null ? "down" : missing);
    }

    private static String brief(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " m"
                : time.toMinutes() + " m " + time.toSecondsPart() + " s";
    }
}
