package dev.abacus.infra.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Brings up what is not up, and again what was built again since it was started, two programs at a time and each after its needs: a start is mostly processor work, and on
 * two cores a third one only delays the first two. Prints a line for each program.
 */
final class Startup {

    private static final int AT_A_TIME = 2;

    private final Supervisor supervisor;
    private final Console console;
    private final Map<String, CompletableFuture<Boolean>> outcomes = new HashMap<>();

    Startup(Supervisor supervisor, Console console) {
        this.supervisor = supervisor;
        this.console = console;
    }

    /** Whether all of them are ready, or absent from this checkout. Takes them in an order that respects their needs. */
    boolean bringUp(List<Program> programs) throws InterruptedException {
        programs.forEach(program -> outcomes.put(program.name(), new CompletableFuture<>()));
        // A program is taken up only after those before it, so a waiting one never keeps its own need from starting.
        try (ExecutorService starters = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> started = programs.stream()
                    .<Future<?>>map(program -> starters.submit(() -> settle(program)))
                    .toList();
            for (Future<?> start : started) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return outcomes.values().stream().allMatch(CompletableFuture::join);
    }

    /** Whatever happens, those who wait for this program learn of it. */
    private void settle(Program program) {
        boolean ready = false;
        try {
            ready = startAfterNeeds(program);
        } finally {
            outcomes.get(program.name()).complete(ready);
        }
    }

    private boolean startAfterNeeds(Program program) {
        List<String> failed = program.needs().stream()
                .filter(outcomes::containsKey)
                .filter(need -> !outcomes.get(need).join())
                .toList();
        if (!failed.isEmpty()) {
            console.line(program, "not started, because it needs " + String.join(" and ", failed));
            return false;
        }
        String missing = program.launch().missing();
        if (missing != null) {
            console.line(program, "skipped (" + missing + ")");
            return true;
        }
        try {
            return start(program);
        } catch (Problem | IOException e) {
            console.line(program, "failed. " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean start(Program program) throws IOException, InterruptedException {
        Optional<ProcessRecord> running = supervisor.running(program);
        boolean outdated = running.isPresent() && !supervisor.isCurrent(program);
        if (outdated) {
            console.line(program, "stopped, pid " + running.get().pid() + ": it was built again");
            supervisor.stop(program);
        } else if (running.isPresent()) {
            supervisor.awaitReadiness(program, running.get());
            console.line(program, "up already, pid " + running.get().pid());
            return true;
        }
        Instant begin = Instant.now();
        ProcessRecord record = supervisor.start(program);
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        console.line(
                program,
                "ready in %4.1f s  %4d MB  port %d"
                        .formatted(
                                seconds,
                                supervisor.residentMegabytes(record),
                                program.ports().getFirst()));
        return true;
    }
}
