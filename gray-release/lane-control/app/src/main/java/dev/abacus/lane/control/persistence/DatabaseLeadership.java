package dev.abacus.lane.control.persistence;

import dev.abacus.lane.control.application.LaneProperties;
import dev.abacus.lane.control.application.Leadership;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A named lock of the database, which lives and dies with its connection. Whoever loses the connection is out at the next
 * look; until then the term in the books keeps him from writing.
 */
@Component
class DatabaseLeadership implements Leadership {

    private static final Logger log = LoggerFactory.getLogger(DatabaseLeadership.class);

    private final DataSource source;
    private final String lock;
    private Connection connection;

    DatabaseLeadership(DataSource source, LaneProperties properties) {
        this.source = source;
        this.lock = "lane-control/" + properties.schema();
    }

    @Override
    public synchronized boolean held() {
        try {
            if (connection == null) {
                connection = source.getConnection();
            }
            if (one("SELECT IS_USED_LOCK(?) <=> CONNECTION_ID() OR GET_LOCK(?, 0)")) {
                return true;
            }
        } catch (SQLException e) {
            log.warn("the lock of lane-control cannot be asked for: {}", e.toString());
        }
        release();
        return false;
    }

    private boolean one(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, lock);
            statement.setString(2, lock);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** The pool would keep the connection, and the lock with it. */
    @Override
    public synchronized void release() {
        if (connection == null) {
            return;
        }
        try (Connection closing = connection;
                PreparedStatement statement = closing.prepareStatement("DO RELEASE_ALL_LOCKS()")) {
            statement.execute();
        } catch (SQLException e) {
            log.debug("the lock went with its connection", e);
        } finally {
            connection = null;
        }
    }
}
