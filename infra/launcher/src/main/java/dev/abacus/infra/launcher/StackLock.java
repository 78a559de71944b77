package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Two commands on one stack at once would each start what the other is just starting. */
record StackLock(Path file, Console console) {

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    static StackLock on(Stack stack, Console console) throws IOException {
        return new StackLock(Files.createDirectories(stack.home()).resolve("lock"), console);
    }

    /** Waits for its turn, and says so. */
    <T> T during(Work<T> work) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = acquire(channel)) {
            assert held.isValid();
            return work.run();
        }
    }

    private FileLock acquire(FileChannel channel) throws IOException {
        FileLock free = channel.tryLock();
        if (free != null) {
            return free;
        }
        console.line("Another ./abacus is at work in " + file.getParent() + "; waiting for it …");
        return channel.lock();
    }
}
