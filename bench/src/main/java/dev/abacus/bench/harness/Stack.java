package dev.abacus.bench.harness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

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

    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port(13306) + "/" + schema
                + "?useServerPrepStmts=false&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
    }

    /** As the services' own user of the dev profile, past their guard: to prepare, to count, and to compare. */
    public Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(schema), "suite", "suite");
    }
}
