package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings the suite up and runs the seed program against it, through the same doors as any company. */
final class Demo {

    private final Stack stack;
    private final Console console;

    Demo(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    int run(List<String> arguments) throws IOException, InterruptedException {
        if (!new Commands(stack, console).up(List.of())) {
            return 1;
        }
        Path seed = stack.root().resolve("infra/seed");
        if (!ClassPath.isBuilt(seed)) {
            throw new Problem("The suite is up, but this checkout has no seed program (" + seed + ") to run on it.");
        }
        List<String> command = new ArrayList<>(List.of(
                JavaLaunch.javaCommand(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dabacus.port-offset=" + stack.portOffset(),
                "-Dabacus.home=" + stack.home(),
                "-cp",
                ClassPath.of(seed),
                "dev.abacus.seed.Demo"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
