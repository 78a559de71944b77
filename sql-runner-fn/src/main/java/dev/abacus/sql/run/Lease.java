package dev.abacus.sql.run;

import dev.abacus.sql.split.Checksum;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * One runner a target. The server itself is the judge: a runner's only connection to the target holds a lock that ends
 * with the connection, and not before the last statement on it has ended. Whoever wants a target whose lock is held ends
 * that connection first, when its holder has been silent for a lease, so that a runner that wakes up finds itself without.
 * The epoch, which every write of the ledger asks for, is the second bolt.
 */
final class Lease {

    static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS sql_lease (
              target VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              epoch BIGINT NOT NULL,
              owner VARCHAR(100) NOT NULL,
              expires_at DATETIME(6) NOT NULL,
              PRIMARY KEY (target)
            )""";

    private static final int NO_SUCH_THREAD = 1094;
    private static final int GRACE_SECONDS = 1;
    private static final int PATIENCE_SECONDS = 30;

    private final Connection connection;
    private final Target target;
    private final long epoch;

    private Lease(Connection connection, Target target, long epoch) {
        this.connection = connection;
        this.target = target;
        this.epoch = epoch;
    }

    long epoch() {
        return epoch;
    }

    /** @throws Busy when a runner that has been heard of within its lease works on the target */
    static Lease take(Connection connection, Target target, RunSettings settings, Progress progress)
            throws SQLException {
        String lock = lock(target);
        if (!isGranted(connection, lock, 0)) {
            refuseWhileAlive(connection, target);
            // whoever got the lock a moment ago is about to write its lease
            if (!isGranted(connection, lock, GRACE_SECONDS)) {
                refuseWhileAlive(connection, target);
                end(connection, target, lock, progress);
                if (!isGranted(connection, lock, PATIENCE_SECONDS)) {
                    throw new Busy("the statement of a runner that died does not end");
                }
            }
        }
        return new Lease(connection, target, nextEpoch(connection, target, settings));
    }

    private static long nextEpoch(Connection connection, Target target, RunSettings settings) throws SQLException {
        try (PreparedStatement take =
                connection.prepareStatement("INSERT INTO sql_lease (target, epoch, owner, expires_at)"
                        + " VALUES (?, 1, ?, NOW(6) + INTERVAL ? MICROSECOND)"
                        + " ON DUPLICATE KEY UPDATE epoch = epoch + 1, owner = VALUES(owner),"
                        + " expires_at = VALUES(expires_at) RETURNING epoch")) {
            take.setString(1, target.name());
            take.setString(2, settings.owner());
            take.setLong(3, micros(settings.lease()));
            try (ResultSet row = take.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean isGranted(Connection connection, String lock, int seconds) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
            query.setString(1, lock);
            query.setInt(2, seconds);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }

    private static void refuseWhileAlive(Connection connection, Target target) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT owner, TIMESTAMPDIFF(MICROSECOND, NOW(6), expires_at) FROM sql_lease WHERE target = ?")) {
            query.setString(1, target.name());
            try (ResultSet row = query.executeQuery()) {
                if (row.next() && row.getLong(2) > 0) {
                    throw new Busy(row.getString(1) + " works on it, and was last heard of within its lease (another "
                            + (row.getLong(2) / 1_000 + 1) + " ms)");
                }
            }
        }
    }

    /** What the silent holder has sent is ended where it can be: an ALTER half-way leaves no trace. */
    private static void end(Connection connection, Target target, String lock, Progress progress) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT IS_USED_LOCK(?)")) {
            query.setString(1, lock);
            try (ResultSet row = query.executeQuery();
                    var kill = connection.createStatement()) {
                if (row.next() && row.getLong(1) > 0) {
                    progress.note(target.name(), "ending what a silent runner had begun");
                    kill.execute("KILL " + row.getLong(1));
                }
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    /** Over any connection; false when the target is somebody else's by now. */
    boolean renew(Connection over, Duration lease) throws SQLException {
        try (PreparedStatement renew = over.prepareStatement(
                "UPDATE sql_lease SET expires_at = NOW(6) + INTERVAL ? MICROSECOND WHERE target = ? AND epoch = ?")) {
            renew.setLong(1, micros(lease));
            renew.setString(2, target.name());
            renew.setLong(3, epoch);
            return renew.executeUpdate() == 1;
        }
    }

    /** The lock ends with the connection. */
    void giveBack() throws SQLException {
        renew(connection, Duration.ZERO);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    /** Locks are the server's, so the schema is part of the name; and names may not be long. */
    private static String lock(Target target) {
        return "abacus-sql-"
                + Checksum.of(target.schema() + "|" + target.name()).substring(0, 40);
    }
}
