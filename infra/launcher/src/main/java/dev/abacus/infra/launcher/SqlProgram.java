package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The runner of SQL releases, over the shards of a stack. */
final class SqlProgram {

    private SqlProgram() {}

    static ProcessBuilder of(Stack stack, Console console, List<String> arguments)
            throws IOException, InterruptedException {
        new Build(stack.root(), console).bringUpToDate(module(stack.root()));
        return built(stack, arguments);
    }

    static Path module(Path root) {
        return root.resolve("sql-runner-fn");
    }

    /** As it is built now: together with the services, whose schemas it keeps. */
    static ProcessBuilder built(Stack stack, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JavaLaunch.javaCommand(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dabacus.db.port=" + stack.port(13306),
                "-Dabacus.db.user=suite",
                "-Dabacus.db.password=" + DevelopmentSecrets.SUITE_PASSWORD));
        command.addAll(Schemas.options(stack));
        command.addAll(List.of("-cp", ClassPath.of(module(stack.root())), "dev.abacus.sql.cli.SqlCommand"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
