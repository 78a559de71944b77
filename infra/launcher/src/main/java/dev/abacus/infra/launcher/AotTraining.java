package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Makes the AOT caches: runs every program once on a stack of its own, beside whatever is running, and ends it, upon
 * which each JVM writes down what it has learnt. docs/adr/0014-jvm-flags.md says what that costs and gains.
 */
final class AotTraining {

    static final int PORT_OFFSET = 12_000;
    /** A JVM that ends its training starts another one to lay the cache out, which takes several times its own start. */
    private static final Duration TO_WRITE_A_CACHE = Duration.ofMinutes(3);

    private final Stack stack;
    private final Console console;

    AotTraining(Stack stack, Console console) {
        this.stack = new Stack(stack.root(), stack.root().resolve(".abacus/training"), PORT_OFFSET);
        this.console = console;
    }

    int run() throws IOException, InterruptedException {
        Path root = stack.root();
        List<Program> programs = new Programs(new Topology(stack, AotCache.inTraining(root)).programs())
                .inOrder().stream().filter(Program::startsByDefault).toList();
        Supervisor supervisor = new Supervisor(stack, TO_WRITE_A_CACHE);
        stack.refuseFullDisk();
        new Prerequisites(console).ensure();
        return StackLock.on(stack, console).during(() -> {
            new Build(root, console).bringUpToDate(programs);
            console.line("Running everything once, on ports moved by " + PORT_OFFSET + ":");
            boolean ready = new SuiteStart(stack, supervisor, console).bringUp(programs);
            console.line("Stopping it; each JVM now writes its cache, which takes a while:");
            new Shutdown(supervisor, console).takeDown(programs);
            return ready ? 0 : 1;
        });
    }
}
