package dev.abacus.seed.functions;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a function that is a single source file, against what the platform gives to functions. */
final class Compiling {

    private Compiling() {}

    /** Classes in a directory that goes with this process; the compiler's messages go to the errors. */
    static Path compiled(FunctionProject project, PrintStream errors) throws IOException {
        Path classes = Files.createTempDirectory("function");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(classes)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int refused = compiler.run(
                null,
                errors,
                errors,
                "-proc:none",
                "-parameters",
                "-g",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                project.source().toString());
        if (refused != 0) {
            throw new Wrong("fn: the source does not compile; the compiler's messages are above");
        }
        return classes;
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // What is left is in the directory of temporary files.
        }
    }
}
