package dev.abacus.function.dispatcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A dispatcher in a process of its own, with the heap that it has in a suite, which a test may stop and kill. */
public final class ChildDispatcher extends Doors implements AutoCloseable {

    private final Process process;
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private ChildDispatcher(Process process) {
        this.process = process;
        // No virtual thread: reading a pipe would hold one of the few that carry all of them.
        Thread.ofPlatform().daemon().start(this::listen);
    }

    /** Returns at once; whoever needs its address waits for it. */
    public static ChildDispatcher start(String schema, Path directory, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spring.") || name.startsWith("abacus."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DispatcherMain.class.getName()));
        command.addAll(DispatcherProcess.arguments(schema, directory, settings));
        try {
            return new ChildDispatcher(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To its end, so that what it says never stops it. */
    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var last = new ArrayList<String>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DispatcherMain.READY)) {
                    address.complete("http://127.0.0.1:" + line.substring(DispatcherMain.READY.length()));
                } else if (!address.isDone()) {
                    last.add(line);
                }
            }
            address.completeExceptionally(
                    new IllegalStateException("it ended before it was ready:\n" + String.join("\n", last)));
        } catch (IOException e) {
            address.completeExceptionally(e);
        }
    }

    @Override
    protected String address() {
        return address.join();
    }

    public long pid() {
        return process.pid();
    }

    /** Its workers among others. */
    public Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    /** STOP, CONT and the like. */
    public void signal(String name) throws Exception {
        if (new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("could not send " + name);
        }
    }

    /** {@code kill -9}; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
