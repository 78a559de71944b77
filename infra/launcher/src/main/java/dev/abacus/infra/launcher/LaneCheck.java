package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a service of this working tree could run on a lane, by its migrations. On the service's own class path. */
final class LaneCheck {

    private static final String USAGE =
            "For example: ./abacus lane check trade-service (and --against COMMIT, when the baseline is not main)";

    private final Stack stack;
    private final Console console;

    LaneCheck(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    /** 0 when it could, 1 when it would be refused, 2 when that cannot be told. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        boolean against = arguments.size() == 3 && arguments.get(1).equals("--against");
        if (arguments.size() != 1 && !against) {
            throw new Problem("Which service? " + USAGE);
        }
        Program service =
                new Programs(new Topology(stack, AotCache.inUse(stack.root())).programs()).find(arguments.getFirst());
        Path module = service.launch().module();
        if (!Files.exists(module.resolve("src/main/resources/db/migration"))) {
            console.line(service.name() + " has no schema: nothing to check.");
            return 0;
        }
        if (!ClassPath.isBuilt(module)) {
            new Build(stack.root(), console).bringUpToDate(List.of(service));
        }
        if (!ClassPath.of(module).contains("kernel-data")) {
            throw new Problem(service.name() + " keeps no tenants' data; no instance of it runs on a lane.");
        }
        return new ProcessBuilder(
                        JavaLaunch.javaCommand(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        ClassPath.of(module),
                        "dev.abacus.kernel.schema.CheckCommand",
                        stack.root().toString(),
                        stack.root().relativize(module).toString(),
                        against ? arguments.get(2) : "main")
                .inheritIO()
                .start()
                .waitFor();
    }
}
