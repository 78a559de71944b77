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

    /** The same through the gateway: releases that the function runtime runs. */
    static ProcessBuilder byFunctions(Stack stack, List<String> arguments) throws IOException {
        ProcessBuilder program = SeedProgram.of(stack, "dev.abacus.seed.functions.ReleaseCommand", arguments);
        program.command().addAll(1, settings(stack));
        return program;
    }

    private static List<String> settings(Stack stack) {
        List<String> settings = new ArrayList<>(List.of(
                "-Dabacus.db.host=127.0.0.1",
                "-Dabacus.db.port=" + stack.port(13306),
                "-Dabacus.db.user=suite",
                "-Dabacus.db.password=" + DevelopmentSecrets.SUITE_PASSWORD));
        settings.addAll(Schemas.options(stack));
        return settings;
    }

    static Path module(Path root) {
        return root.resolve("sql-runner-fn");
    }

    /** As it is built now: together with the services, whose schemas it keeps. */
    static ProcessBuilder built(Stack stack, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(JavaLaunch.javaCommand(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(settings(stack));
        command.addAll(List.of("-cp", ClassPath.of(module(stack.root())), "dev.abacus.sql.cli.SqlCommand"));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
