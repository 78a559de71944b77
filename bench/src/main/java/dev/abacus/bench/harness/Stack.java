package dev.abacus.bench.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The stack that is measured, which {@code bench/run} started.
 *
 * @param home where the launcher keeps data, logs and records
 * @param portOffset how far its ports are moved
 */
public record Stack(Path home, int portOffset) {

    public static Stack ofEnvironment() {
        return new Stack(Path.of(System.getenv("ABACUS_HOME")), Integer.parseInt(System.getenv("ABACUS_PORT_OFFSET")));
    }

    public int port(int standard) {
        return standard + portOffset;
    }

    public Process process(String program) {
        return Process.startedByLauncher(home, program);
    }

    /** The flags that the launcher starts every program with, up to the heap: all programs that are compared have the same. */
    List<String> jvmFlags() {
        try {
            List<String> flags = Files.readAllLines(home.resolve("nacos/java.args")).stream()
                    .takeWhile(line -> !line.contains("-Xmx"))
                    .collect(Collectors.toCollection(ArrayList::new));
            flags.add("-Xmx192m");
            return flags;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String nacos() {
        return "127.0.0.1:" + port(8848);
    }

    /** Host and port. */
    public String database() {
        return "127.0.0.1:" + port(13306);
    }

    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://" + database() + "/" + schema
                + "?useServerPrepStmts=false&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
    }

    /** As the services' own user of the dev profile, past their guard: to prepare, to count, and to compare. */
    public Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(schema), "suite", "suite");
    }
}
