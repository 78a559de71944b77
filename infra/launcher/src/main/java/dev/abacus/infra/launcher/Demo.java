package dev.abacus.infra.launcher;

import java.io.IOException;
import java.util.List;

/** Brings the suite up and runs the seed program against it, through the same doors as any company. */
final class Demo {

    private static final String LANES = "lanes";
    private static final String SQL = "sql";

    private final Stack stack;
    private final Console console;

    Demo(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    int run(List<String> arguments) throws IOException, InterruptedException {
        if (!arguments.isEmpty() && arguments.getFirst().equals(SQL)) {
            return sql(arguments.subList(1, arguments.size()));
        }
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

    /** Needs a database and no service; what was not up before is not up afterwards. */
    private int sql(List<String> arguments) throws IOException, InterruptedException {
        List<String> database = List.of("mariadb");
        Commands commands = new Commands(stack, console);
        boolean wasUp = commands.running().stream().anyMatch(program -> database.contains(program.name()));
        new Build(stack.root(), console).bringUpToDate(stack.root().resolve("infra/seed"));
        if (!commands.up(database)) {
            return 1;
        }
        try {
            return SeedProgram.of(stack, "dev.abacus.seed.sql.SqlDemo", arguments)
                    .inheritIO()
                    .start()
                    .waitFor();
        } finally {
            if (!wasUp) {
                commands.down(database);
            }
        }
    }
}
