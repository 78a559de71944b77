package dev.abacus.infra.launcher;

import java.io.IOException;
import java.util.List;

/** Brings the suite up and runs the seed program against it, through the same doors as any company. */
final class Demo {

    private static final String LANES = "lanes";

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
        if (!arguments.isEmpty() && arguments.getFirst().equals(LANES)) {
            return SeedProgram.of(stack, "dev.abacus.seed.lanes.LanesDemo", arguments.subList(1, arguments.size()))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        return SeedProgram.of(stack, "dev.abacus.seed.Demo", arguments)
                .inheritIO()
                .start()
                .waitFor();
    }
}
