package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Java program run from the jars of the local repository, and from copies of this checkout's own. The whole command is written to {@code java.args} in its
 * directory, to be read and, when something is wrong, run by hand.
 *
 * @param module the directory of its Maven module
 * @param options more options and system properties, in which {@code ${state}} is the program's directory
 */
record JavaLaunch(
        Path module,
        String mainClass,
        int maxHeapMegabytes,
        List<String> options,
        Map<String, String> environment,
        Jars jars,
        AotCache cache)
        implements Launch {

    /** docs/adr/0014-jvm-flags.md has the figures. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

    /** After our own, so that they win: {@code -XX:TieredStopAtLevel=4} compiles as a deployment does. */
    private static final String MORE_FLAGS = "ABACUS_JAVA_OPTIONS";

    static List<String> flags(String more) {
        List<String> flags = new ArrayList<>(FLAGS);
        if (more != null && !more.isBlank()) {
            flags.addAll(List.of(more.strip().split("\\s+")));
        }
        return flags;
    }

    @Override
    public ProcessBuilder prepare(Path state) throws IOException {
        return prepare(state, ClassPath.of(module));
    }

    @Override
    public boolean isCurrent(Path state) throws IOException {
        return isCurrent(state, ClassPath.of(module));
    }

    boolean isCurrent(Path state, String classPath) throws IOException {
        Path file = arguments(state);
        return Files.exists(file) && Files.readAllLines(file).contains(quoted(jars.kept(classPath)));
    }

    private static Path arguments(Path state) {
        return state.resolve("java.args");
    }

    ProcessBuilder prepare(Path state, String built) throws IOException {
        String classPath = jars.kept(built);
        Path ready = announcement(state);
        Files.deleteIfExists(ready);
        List<String> flags = flags(System.getenv(MORE_FLAGS));
        List<String> arguments = new ArrayList<>(flags);
        arguments.add("-Xmx" + maxHeapMegabytes + "m");
        arguments.addAll(cache.options(state.getFileName().toString(), classPath, flags));
        arguments.add("-Dabacus.ready=" + ready);
        options.forEach(option -> arguments.add(option.replace("${state}", state.toString())));
        arguments.add("-cp");
        arguments.add(classPath);
        arguments.add(mainClass);
        Path file = Files.write(
                arguments(state), arguments.stream().map(JavaLaunch::quoted).toList());
        ProcessBuilder process = new ProcessBuilder(javaCommand(), "@" + file);
        process.environment().putAll(environment);
        // glibc otherwise keeps an arena of 64 MB for nearly each thread
        process.environment().put("MALLOC_ARENA_MAX", "2");
        return process;
    }

    static Path announcement(Path state) {
        return state.resolve("ready");
    }

    static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    JavaLaunch with(String option) {
        List<String> more = new ArrayList<>(options);
        more.add(option);
        return new JavaLaunch(module, mainClass, maxHeapMegabytes, more, environment, jars, cache);
    }

    JavaLaunch withEnvironment(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value.toString());
        return new JavaLaunch(module, mainClass, maxHeapMegabytes, options, more, jars, cache);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
