package dev.abacus.infra.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who listens on which TCP port, from {@code /proc/net/tcp} and {@code tcp6}. */
record Listeners(Path proc) {

    private static final String LISTENING = "0A";
    private static final String LOOPBACK_4 = "0100007F";
    private static final String LOOPBACK_6 = "00000000000000000000000001000000";
    /** 127.0.0.1 as a dual-stack socket writes it. */
    private static final String LOOPBACK_MAPPED = "0000000000000000FFFF00000100007F";

    static Listeners ofThisMachine() {
        return new Listeners(Path.of("/proc"));
    }

    /** A socket that waits for connections; its inode is what ties it to a process. */
    record Listener(String address, int port, String inode) {

        boolean isLoopback() {
            return address.equals(LOOPBACK_4) || address.equals(LOOPBACK_6) || address.equals(LOOPBACK_MAPPED);
        }
    }

    List<Listener> all() {
        List<Listener> all = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            try {
                Files.readAllLines(proc.resolve(table)).stream().skip(1).forEach(line -> parse(line, all));
            } catch (IOException noSuchProtocolOnThisMachine) {
                // a kernel without IPv6 has no tcp6
            }
        }
        return all;
    }

    Optional<Listener> on(int port) {
        return all().stream().filter(listener -> listener.port() == port).findFirst();
    }

    /** The pid that holds the socket; empty when it belongs to somebody else's process, which only root may look into. */
    Optional<Long> owner(Listener listener) {
        String wanted = "socket:[" + listener.inode() + "]";
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, wanted)) {
                    return Optional.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException goneOrForbidden) {
            return false;
        }
        return false;
    }

    private static void parse(String line, List<Listener> into) {
        String[] fields = line.strip().split("\\s+");
        String[] local = fields[1].split(":");
        if (fields[3].equals(LISTENING)) {
            into.add(new Listener(local[0], Integer.parseInt(local[1], 16), fields[9]));
        }
    }
}
