package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.worker.Libraries;
import dev.abacus.function.worker.Worker;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a worker is started. Small and quick to start comes before quick when hot: one garbage collector thread, the first
 * compiler only, small stacks, and the classes of the platform from a cache (JEP 514).
 */
record WorkerCommand(Path executable, String classPath, Path cache) {

    static WorkerCommand of(Path directory) {
        Path executable = Path.of(System.getProperty("java.home"), "bin", "java");
        String classPath =
                Libraries.ofWorkers().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new WorkerCommand(executable, classPath, directory.resolve("worker-" + fingerprint() + ".aot"));
    }

    /** A class cache fits only the very jars that it was made from; others get one of their own. */
    private static String fingerprint() {
        String made = Libraries.ofWorkers().stream()
                .map(path -> path + ":" + path.toFile().lastModified() + ":"
                        + path.toFile().length())
                .collect(Collectors.joining("\n", System.getProperty("java.vm.version") + "\n", ""));
        return java.util
                .UUID
                .nameUUIDFromBytes(made.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }

    List<String> line(int memoryMb, Path socket) {
        List<String> line = new ArrayList<>(flags(memoryMb));
        if (Files.exists(cache)) {
            line.add("-XX:AOTCache=" + cache);
        }
        return Stream.concat(line.stream(), Stream.of("-cp", classPath, Worker.class.getName(), socket.toString()))
                .toList();
    }

    /** Makes the class cache: a run that does what every worker does before its first function, and ends. */
    List<String> training(Path output) {
        return Stream.concat(
                        flags(64).stream(),
                        Stream.of("-XX:AOTCacheOutput=" + output, "-cp", classPath, Worker.class.getName(), "--train"))
                .toList();
    }

    private List<String> flags(int memoryMb) {
        return List.of(
                executable.toString(),
                "-Xmx" + memoryMb + "m",
                "-Xms8m",
                "-Xss256k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=24m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xlog:all=error:stderr");
    }
}
