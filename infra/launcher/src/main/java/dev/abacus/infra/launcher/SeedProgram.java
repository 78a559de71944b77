package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that use the suite through its public doors only: the demos and the operator's commands. */
final class SeedProgram {

    private SeedProgram() {}

    /** @param mainClass one of infra/seed's */
    static ProcessBuilder of(Stack stack, String mainClass, List<String> arguments) throws IOException {
        Path seed = stack.root().resolve("infra/seed");
        if (!ClassPath.isBuilt(seed)) {
            throw new Problem("This checkout has no seed program (" + seed + ") built. Run ./abacus up first.");
        }
        List<String> command = new ArrayList<>(List.of(
                JavaLaunch.javaCommand(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dabacus.root=" + stack.root(),
                "-Dabacus.port-offset=" + stack.portOffset(),
                "-Dabacus.home=" + stack.home(),
                "-cp",
                ClassPath.of(seed),
                mainClass));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
