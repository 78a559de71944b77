package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One set of running programs: the code it runs, the directory that holds its data, logs and records, and how far its
 * ports are moved. Two stacks with different homes and offsets run side by side.
 */
record Stack(Path root, Path home, int portOffset) {

    /** Keeps the moved ports below 32768, where Linux begins to hand out ports to outgoing connections. */
    static final int TEST_PORT_OFFSET = 10_000;

    private static final long MEGABYTE = 1L << 20;
    /** MariaDB's and RocketMQ's files, logs, and room to work. */
    private static final long NEEDED_MEGABYTES = 2_000;

    static Stack of(Path root, Map<String, String> environment) {
        String home = environment.get("ABACUS_HOME");
        String offset = environment.getOrDefault("ABACUS_PORT_OFFSET", "0");
        return new Stack(
                root,
                home == null ? root.resolve(".abacus") : Path.of(home).toAbsolutePath(),
                Integer.parseInt(offset));
    }

    /** The stack of the tests, beside the developer's own. */
    Stack forTests() {
        return new Stack(root, root.resolve(".abacus/test"), TEST_PORT_OFFSET);
    }

    int port(int standard) {
        return standard + portOffset;
    }

    Path state(String program) {
        return home.resolve(program);
    }

    Path log(String program) {
        return home.resolve("logs").resolve(program + ".log");
    }

    void refuseFullDisk() throws IOException {
        FileStore disk = Files.getFileStore(Files.createDirectories(home));
        long free = disk.getUsableSpace() / MEGABYTE;
        if (free < NEEDED_MEGABYTES) {
            throw new Problem("Only " + free + " MB are free where " + home + " is; the servers need "
                    + NEEDED_MEGABYTES + " MB. Make room, or set ABACUS_HOME to a directory on another disk.");
        }
    }

    /** Binaries unpacked from packages; every stack of this checkout shares them. */
    Path distribution(String name) {
        return root.resolve(".abacus/dist").resolve(name);
    }
}
