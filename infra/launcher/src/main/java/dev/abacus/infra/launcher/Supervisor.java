package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Starts, watches and stops one program at a time. */
final class Supervisor {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    /** How long a program may take to stop when asked before it is killed. */
    static final Duration STOPPED_WITHIN = Duration.ofSeconds(40);

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int LINES_OF_LOG = 15;

    private final Stack stack;
    private final Duration patience;
    private final ProcessTable processes = ProcessTable.ofThisMachine();
    private final Listeners listeners = Listeners.ofThisMachine();

    Supervisor(Stack stack, Duration patience) {
        this.stack = stack;
        this.patience = patience;
    }

    /** The live process that this launcher started for the program, if any. */
    Optional<ProcessRecord> running(Program program) {
        return ProcessRecord.in(stack.state(program.name())).filter(record -> record.isAlive(processes));
    }

    /** Whether the program, which runs, does so with what is built now. */
    boolean isCurrent(Program program) throws IOException {
        return program.launch().isCurrent(stack.state(program.name()));
    }

    /** Starts the program and waits until it is ready. */
    ProcessRecord start(Program program) throws IOException, InterruptedException {
        refuseTakenPorts(program);
        Path state = Files.createDirectories(stack.state(program.name()));
        Path log = stack.log(program.name());
        LogFile.turnOver(log);
        ProcessRecord record = spawn(program.launch().prepare(state), state, log);
        awaitReadiness(program, record);
        return record;
    }

    private ProcessRecord spawn(ProcessBuilder builder, Path state, Path log) throws IOException {
        // A session of its own: neither Ctrl-C nor a closed terminal reaches what was started from it.
        builder.command().addFirst("setsid");
        Process process = builder.directory(state.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long ticks = processes.startOf(process.pid()).orElseThrow(() -> new Problem("It died at once, see " + log));
        ProcessRecord record = new ProcessRecord(process.pid(), ticks, Instant.now());
        record.keep(state);
        return record;
    }

    void awaitReadiness(Program program, ProcessRecord record) throws IOException, InterruptedException {
        Path log = stack.log(program.name());
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (!program.readiness().isReady()) {
            if (!record.isAlive(processes)) {
                throw new Problem(
                        "It died before it was ready. The end of " + log + ":\n" + LogFile.tail(log, LINES_OF_LOG));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new Problem("It runs (pid " + record.pid() + ") but was not ready in " + READY_WITHIN.toSeconds()
                        + " s. The end of " + log + ":\n" + LogFile.tail(log, LINES_OF_LOG));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private void refuseTakenPorts(Program program) {
        for (int port : program.ports()) {
            listeners.on(port).ifPresent(taken -> {
                String by = listeners
                        .owner(taken)
                        .map(pid -> "pid " + pid + " (" + processes.commandOf(pid) + ")")
                        .orElse("another user's process");
                throw new Problem("Port " + port + " is taken by " + by + ", which this launcher did not start. "
                        + "Stop it" + otherPorts() + ".");
            });
        }
    }

    private String otherPorts() {
        OptionalInt offset = FreeOffset.beside(stack, listeners);
        return offset.isEmpty()
                ? ""
                : ", or move every port to where all are free with ABACUS_PORT_OFFSET=" + offset.getAsInt();
    }

    /** How a program ended. */
    enum Stopped {
        WAS_NOT_RUNNING,
        GRACEFULLY,
        KILLED
    }

    Stopped stop(Program program) throws IOException, InterruptedException {
        Optional<ProcessRecord> running = running(program);
        if (running.isEmpty()) {
            return Stopped.WAS_NOT_RUNNING;
        }
        ProcessRecord record = running.get();
        Optional<ProcessHandle> process = ProcessHandle.of(record.pid());
        process.ifPresent(ProcessHandle::destroy);
        Stopped how = Stopped.GRACEFULLY;
        if (!ends(record, patience)) {
            process.ifPresent(ProcessHandle::destroyForcibly);
            ends(record, patience);
            how = Stopped.KILLED;
        }
        ProcessRecord.forget(stack.state(program.name()));
        return how;
    }

    private boolean ends(ProcessRecord record, Duration within) throws InterruptedException {
        Instant deadline = Instant.now().plus(within);
        while (record.isAlive(processes) && Instant.now().isBefore(deadline)) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return !record.isAlive(processes);
    }

    long residentMegabytes(ProcessRecord record) {
        return processes.residentMegabytes(record.pid());
    }
}
