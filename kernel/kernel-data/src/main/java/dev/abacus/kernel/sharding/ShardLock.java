package dev.abacus.kernel.sharding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A lock that at most one process of all holds per name and shard: the database's own, tied to a connection. A process
 * that dies, or is cut off, loses it with the connection, without a lease to wait for.
 */
public final class ShardLock implements AutoCloseable {

    private final DataSource shard;
    private final String name;
    private Connection connection;

    /** @param name at most 64 characters */
    public ShardLock(DataSource shard, String name) {
        this.shard = shard;
        this.name = name;
    }

    /**
     * Whether this process has the lock now, taking it if it is free.
     *
     * @throws SQLException when the database cannot say
     */
    public boolean held() throws SQLException {
        if (connection != null && stillMine()) {
            return true;
        }
        close();
        Connection fresh = shard.getConnection();
        if (ask(fresh, "SELECT GET_LOCK(?, 0)") == 1) {
            connection = fresh;
            return true;
        }
        fresh.close();
        return false;
    }

    private boolean stillMine() {
        try {
            return ask(connection, "SELECT IS_USED_LOCK(?) = CONNECTION_ID()") == 1;
        } catch (SQLException e) {
            return false;
        }
    }

    private int ask(Connection on, String sql) throws SQLException {
        try (PreparedStatement statement = on.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() ? answer.getInt(1) : 0;
            }
        }
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try (Connection ending = connection) {
            connection = null;
            ask(ending, "SELECT RELEASE_LOCK(?)");
        } catch (SQLException e) {
            // The connection is gone, and the lock with it.
        }
    }
}
