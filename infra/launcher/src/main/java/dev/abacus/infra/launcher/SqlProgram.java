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
        Path module = stack.root().resolve("sql-runner-fn");
        new Build(stack.root(), console).bringUpToDate(module);
        List<String> command = new ArrayList<>(List.of(
                JavaLaunch.javaCommand(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dabacus.db.port=" + stack.port(13306),
                "-Dabacus.db.user=suite",
                "-Dabacus.db.password=" + DevelopmentSecrets.SUITE_PASSWORD,
                "-cp",
                ClassPath.of(module),
                "dev.abacus.sql.cli.SqlCommand"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
