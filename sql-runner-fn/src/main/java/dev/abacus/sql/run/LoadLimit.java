package dev.abacus.sql.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a server has enough to do without us.
 *
 * @param runningThreads more than so many, ours included, is too many
 * @param lag of the slowest replica
 * @param replicas JDBC URLs, with user and password; empty when there are none
 */
public record LoadLimit(int runningThreads, Duration lag, List<String> replicas) {

    public LoadLimit {
        replicas = List.copyOf(replicas);
    }

    public static LoadLimit standard() {
        return new LoadLimit(40, Duration.ofSeconds(10), List.of());
    }

    /** Why to hold back; empty when there is no reason. */
    Optional<String> exceeded(Connection connection) throws SQLException {
        long running = number(connection, "SHOW GLOBAL STATUS LIKE 'Threads_running'", "Value");
        if (running > runningThreads) {
            return Optional.of(running + " threads are running");
        }
        for (String replica : replicas) {
            try (Connection to = DriverManager.getConnection(replica)) {
                long behind = number(to, "SHOW REPLICA STATUS", "Seconds_Behind_Master");
                if (behind > lag.toSeconds()) {
                    return Optional.of("a replica is " + behind + " s behind");
                }
            }
        }
        return Optional.empty();
    }

    private static long number(Connection connection, String query, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(column) : 0;
        }
    }
}
