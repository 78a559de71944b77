package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What can be done to one stack. A command that changes it has it for itself; a second one waits. */
final class Commands {

    private final Stack stack;
    private final Console console;
    private final Programs programs;
    private final Supervisor supervisor;

    Commands(Stack stack, Console console) {
        this(stack, console, List.of(), "");
    }

    /**
     * @param named what the command is about: instances on lanes, {@code SERVICE@TAG}, are known by being named
     * @param owner whose laptop such an instance runs on; empty when it is nobody's
     */
    Commands(Stack stack, Console console, Collection<String> named, String owner) {
        this.stack = stack;
        this.console = console;
        List<Program> all = new ArrayList<>(new Topology(stack, AotCache.inUse(stack.root())).programs());
        all.addAll(new LaneInstances(stack, Listeners.ofThisMachine(), owner).of(all, named));
        this.programs = new Programs(all);
        this.supervisor = new Supervisor(stack, Supervisor.STOPPED_WITHIN);
    }

    /** Without names everything but the optional servers. Whether all of it is ready. */
    boolean up(Collection<String> names) throws IOException, InterruptedException {
        List<Program> chosen = chosen(names);
        Instant begin = Instant.now();
        stack.refuseFullDisk();
        new Prerequisites(console).ensure();
        boolean ready = StackLock.on(stack, console).during(() -> {
            new Build(stack.root(), console).bringUpToDate(chosen);
            for (Program program : chosen) {
                LogFile.shorten(stack.log(program.name()));
            }
            return new SuiteStart(stack, supervisor, console).bringUp(chosen);
        });
        if (names.isEmpty()) {
            new Signposts(stack, console).show(running(), supervisor, Duration.between(begin, Instant.now()));
        }
        return ready;
    }

    int down(Collection<String> names) throws IOException, InterruptedException {
        List<Program> chosen = names.isEmpty()
                ? programs.inOrder()
                : names.stream().map(programs::find).toList();
        return StackLock.on(stack, console).during(() -> {
            new Shutdown(supervisor, console).takeDown(chosen);
            return 0;
        });
    }

    boolean restart(List<String> names) throws IOException, InterruptedException {
        if (names.isEmpty()) {
            throw new Problem("Which program? For example: ./abacus restart trade-service");
        }
        down(names);
        return up(names);
    }

    int status() {
        new Status(supervisor, console).show(programs.inOrder());
        return 0;
    }

    int logs(List<String> names) throws IOException, InterruptedException {
        if (names.size() != 1) {
            throw new Problem("The log of which program? For example: ./abacus logs trade-service");
        }
        Path log = stack.log(programs.find(names.getFirst()).name());
        return new ProcessBuilder("tail", "-n", "200", "-F", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** The programs of this stack that were started by it and live. */
    List<Program> running() {
        return programs.inOrder().stream()
                .filter(program -> supervisor.running(program).isPresent())
                .toList();
    }

    private List<Program> chosen(Collection<String> names) {
        return names.isEmpty()
                ? programs.inOrder().stream().filter(Program::startsByDefault).toList()
                : programs.withNeeds(names);
    }
}
