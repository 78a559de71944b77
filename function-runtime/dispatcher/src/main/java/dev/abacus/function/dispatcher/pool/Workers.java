package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.wire.Frame;
import dev.abacus.function.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts workers and takes their connections. */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int LONGEST_NAME = 100;
    /** Of its environment a worker gets what a JVM needs of its machine. */
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LC_ALL");

    private static final Duration START = Duration.ofSeconds(60);

    private final WorkerCommand command;
    private final Path socket;
    private final Path errors;
    private final Ladder ladder;
    private final ServerSocketChannel door;
    private final Map<Long, CompletableFuture<SocketChannel>> expected = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Workers(Path directory, Ladder ladder) {
        this.ladder = ladder;
        try {
            Files.createDirectories(directory);
            command = WorkerCommand.of(directory);
            socket = socket(directory);
            errors = directory.resolve("workers.log");
            Files.deleteIfExists(socket);
            door = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
            socket.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("workers-door").start(this::accept);
    }

    /** Two dispatchers may share the directory. The system allows 108 bytes for the whole name. */
    private Path socket(Path directory) throws IOException {
        String name = "w" + ProcessHandle.current().pid() + "-" + Integer.toHexString(hashCode());
        Path usual = directory.toAbsolutePath().resolve(name);
        return usual.toString().length() < LONGEST_NAME
                ? usual
                : Files.createTempDirectory("fn").resolve(name);
    }

    /** Starts a process and waits until it is warm. */
    WorkerProcess start(int memoryMb) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command.line(memoryMb, socket))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        // What the dispatcher was configured with is not its functions' to read.
        builder.environment().keySet().retainAll(INHERITED);
        // One malloc arena instead of one a thread: tens of megabytes for a small JVM.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        Process process = builder.start();
        var arriving = expected.computeIfAbsent(process.pid(), pid -> new CompletableFuture<>());
        process.onExit()
                .thenRun(() -> arriving.completeExceptionally(
                        new IOException("worker " + process.pid() + " ended while starting; see " + errors)));
        try {
            return new WorkerProcess(process, new Wire(arriving.get(START.toSeconds(), TimeUnit.SECONDS)), ladder);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("no worker could be started: " + e.getMessage(), e);
        } finally {
            expected.remove(process.pid());
        }
    }

    /** Makes the class cache when there is none for this class path; workers start without it meanwhile. */
    void train() throws IOException, InterruptedException {
        if (Files.exists(command.cache())) {
            return;
        }
        // Made beside and renamed: another dispatcher of this directory never reads half of it.
        Path made = command.cache()
                .resolveSibling(command.cache().getFileName() + "."
                        + ProcessHandle.current().pid());
        Process training = new ProcessBuilder(command.training(made))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        if (!training.waitFor(2, TimeUnit.MINUTES) || training.exitValue() != 0) {
            training.destroyForcibly();
            LOG.warn("No class cache for workers could be made; they start slower. See {}", errors);
            return;
        }
        Files.move(made, command.cache(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void accept() {
        while (!closed) {
            try {
                SocketChannel channel = door.accept();
                Thread.ofVirtual().start(() -> greet(channel));
            } catch (IOException e) {
                if (!closed) {
                    LOG.warn("A worker's connection could not be taken", e);
                }
            }
        }
    }

    private void greet(SocketChannel channel) {
        try {
            // Unbuffered for this one frame, so that nothing that follows is read here and lost.
            if (Wire.greeting(channel) instanceof Frame.Ready(long pid)) {
                expected.computeIfAbsent(pid, unknown -> new CompletableFuture<>())
                        .complete(channel);
                return;
            }
            channel.close();
        } catch (IOException e) {
            LOG.warn("A worker did not introduce itself", e);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        door.close();
        Files.deleteIfExists(socket);
    }
}
