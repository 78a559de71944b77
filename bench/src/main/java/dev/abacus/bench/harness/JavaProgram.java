package dev.abacus.bench.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A program beside this one, in a JVM with the flags that the launcher gives to every server and service. It says lines
 * with a mark before them and hears lines; everything else that it prints is its log.
 */
public final class JavaProgram implements AutoCloseable {

    private static final String MARK = "@";
    private static final Duration READY_WITHIN = Duration.ofSeconds(240);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    private final String name;
    private final java.lang.Process process;
    private final PrintWriter ears;
    private final Path log;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private JavaProgram(String name, java.lang.Process process, Path log, Predicate<String> listener) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.ears = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("listening to " + name).start(() -> listen(listener));
    }

    /**
     * How a program is started.
     *
     * @param listener takes what the program says, on a thread for it alone; what it answers false to can be awaited
     */
    public record Start(
            String name,
            ClassPath classPath,
            String mainClass,
            List<String> options,
            List<String> arguments,
            Predicate<String> listener) {

        public Start(String name, ClassPath classPath, String mainClass, List<String> options) {
            this(name, classPath, mainClass, options, List.of(), line -> false);
        }

        public JavaProgram on(Stack stack) {
            return JavaProgram.start(stack, this);
        }
    }

    private static JavaProgram start(Stack stack, Start start) {
        try {
            Path directory =
                    Files.createDirectories(stack.home().resolve("bench").resolve(start.name()));
            List<String> lines = new ArrayList<>(stack.jvmFlags());
            Files.write(directory.resolve("java.args"), arguments(lines, start));
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("@" + directory.resolve("java.args"));
            command.addAll(start.arguments());
            var builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            return new JavaProgram(start.name(), builder.start(), directory.resolve("log"), start.listener());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(List<String> lines, Start start) {
        start.options().forEach(option -> lines.add(quoted(option)));
        lines.add("-cp");
        lines.add(quoted(start.classPath().entries()));
        lines.add(start.mainClass());
        return lines;
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void listen(Predicate<String> listener) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var kept = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith(MARK)) {
                    kept.println(line);
                } else if (!listener.test(line.substring(MARK.length()))) {
                    said.add(line.substring(MARK.length()));
                }
            }
        } catch (IOException e) {
            // killed in the middle of a word
        }
    }

    /** What it says after {@code ready}. */
    public String awaitReady() {
        return await("ready", READY_WITHIN);
    }

    /** Tells it something and waits until it says {@code answer}, and what else. */
    public String ask(String command, String answer) {
        tell(command);
        return await(answer, ANSWERS_WITHIN);
    }

    public void tell(String command) {
        ears.println(command);
    }

    private String await(String word, Duration patience) {
        try {
            String line = said.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null || !line.startsWith(word)) {
                throw new IllegalStateException(name + " said " + line + " and not " + word + "; its log is " + log);
            }
            return line.substring(word.length()).strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Process counted() {
        return new Process(name, process.pid());
    }

    /** {@code kill -9}. By its handle, as below: the process object would throw away what it has said last. */
    public void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end, as a deployment does, and does not wait. */
    public void terminate() {
        process.toHandle().destroy();
    }

    public void awaitEnd() {
        try {
            if (!process.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.toHandle().destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        terminate();
        awaitEnd();
    }
}
