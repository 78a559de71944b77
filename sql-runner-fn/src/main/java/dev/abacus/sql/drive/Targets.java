package dev.abacus.sql.drive;

import dev.abacus.sql.run.TargetReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far each target of each release is. */
public final class Targets {

    static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS sql_release_target (
              name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              target VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              wave INT NOT NULL,
              state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              attempts INT NOT NULL,
              ran INT NOT NULL,
              changed_rows BIGINT NOT NULL,
              took_micros BIGINT NOT NULL,
              message TEXT NOT NULL,
              changed_at DATETIME(6) NOT NULL,
              PRIMARY KEY (name, target)
            )""");

    private final Connection connection;

    Targets(Connection connection) {
        this.connection = connection;
    }

    public synchronized void plan(String name, long epoch, Rollout rollout, List<String> targets) throws SQLException {
        for (String target : targets) {
            update(
                    "INSERT INTO sql_release_target (name, target, wave, state, attempts, ran, changed_rows, took_micros,"
                            + " message, changed_at) SELECT name, ?, ?, 'WAITING', 0, 0, 0, 0, '', NOW(6)"
                            + " FROM sql_release_run WHERE name = ? AND epoch = ?"
                            + " ON DUPLICATE KEY UPDATE wave = VALUES(wave),"
                            + " state = IF(sql_release_target.state = 'FAILED', 'WAITING', sql_release_target.state)",
                    target,
                    rollout.wave(target),
                    name,
                    epoch);
        }
    }

    /** All but those that are undone will be tried. */
    public synchronized void planBack(String name, long epoch) throws SQLException {
        update(
                "UPDATE sql_release_target t JOIN sql_release_run r ON r.name = t.name AND r.epoch = ?"
                        + " SET t.state = 'WAITING', t.changed_at = NOW(6) WHERE t.name = ? AND t.state = 'FAILED'",
                epoch,
                name);
    }

    public synchronized void record(String name, long epoch, TargetReport report, TargetState state)
            throws SQLException {
        update(
                "UPDATE sql_release_target t JOIN sql_release_run r ON r.name = t.name AND r.epoch = ?"
                        + " SET t.state = ?, t.attempts = t.attempts + 1, t.ran = t.ran + ?,"
                        + " t.changed_rows = t.changed_rows + ?, t.took_micros = t.took_micros + ?, t.message = ?,"
                        + " t.changed_at = NOW(6) WHERE t.name = ? AND t.target = ?",
                epoch,
                state.name(),
                report.ran(),
                report.rows(),
                report.took().toNanos() / 1_000,
                report.message(),
                name,
                report.target());
    }

    public synchronized List<TargetRecord> of(String name) throws SQLException {
        return query("WHERE name = ? ORDER BY wave, target", name);
    }

    /** In the order of their names, after that one. */
    public synchronized List<TargetRecord> of(String name, String after, int most) throws SQLException {
        return query("WHERE name = ? AND target > ? ORDER BY target LIMIT ?", name, after, most);
    }

    private List<TargetRecord> query(String which, Object... values) throws SQLException {
        List<TargetRecord> targets = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT target, wave, state, attempts, ran, changed_rows, took_micros, message FROM sql_release_target "
                        + which)) {
            Writes.fill(query, values);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    targets.add(new TargetRecord(
                            row.getString(1),
                            row.getInt(2),
                            TargetState.valueOf(row.getString(3)),
                            row.getInt(4),
                            row.getInt(5),
                            row.getLong(6),
                            Duration.ofNanos(row.getLong(7) * 1_000),
                            row.getString(8)));
                }
            }
        }
        return targets;
    }

    public synchronized Map<String, TargetState> states(String name) throws SQLException {
        Map<String, TargetState> states = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT target, state FROM sql_release_target WHERE name = ? ORDER BY wave, target")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    states.put(row.getString(1), TargetState.valueOf(row.getString(2)));
                }
            }
        }
        return states;
    }

    private int update(String sql, Object... values) throws SQLException {
        return Writes.update(connection, sql, values);
    }
}
