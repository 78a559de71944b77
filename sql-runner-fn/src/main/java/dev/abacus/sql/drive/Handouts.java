package dev.abacus.sql.drive;

import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Targets that work is under way on elsewhere, in so many places at a time as their database server takes, of all releases
 * together. Each is held under a number; what is said under an older one is not heard.
 */
public final class Handouts {

    static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS sql_release_handout (
              name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              target VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              server VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              number INT NOT NULL,
              open TINYINT NOT NULL,
              heard_at DATETIME(6) NOT NULL,
              PRIMARY KEY (name, target),
              KEY by_server (open, server)
            )""");

    /** Beyond it the work is taken for lost, and its place for free: longer than whoever does it may pause between two attempts. */
    private static final Duration SILENCE = Duration.ofSeconds(90);

    private static final String LOCK = "sql_release_handout";
    private static final int PATIENCE_SECONDS = 10;

    private final Connection connection;

    Handouts(Connection connection) {
        this.connection = connection;
    }

    /**
     * Hands out as many of these as their server has places, the first ones first, and again what has been out before.
     *
     * @param targets of one server
     * @param atATime of it
     * @return none when the server has enough to do, or the release is driven under another epoch
     */
    public List<Handout> give(String release, long epoch, List<Target> targets, int atATime) throws SQLException {
        // two drivers that see the same place free would both take it
        if (number("SELECT GET_LOCK(?, ?)", LOCK, PATIENCE_SECONDS) != 1) {
            return List.of();
        }
        try {
            long free = atATime - busy(targets.getFirst().server());
            return free <= 0
                    ? List.of()
                    : given(release, epoch, targets.subList(0, (int) Math.min(free, targets.size())));
        } finally {
            number("SELECT RELEASE_LOCK(?)", LOCK);
        }
    }

    private long busy(String server) throws SQLException {
        return number(
                "SELECT COUNT(*) FROM sql_release_handout WHERE server = ? AND open = 1"
                        + " AND heard_at > NOW(6) - INTERVAL ? SECOND",
                server,
                SILENCE.toSeconds());
    }

    /** All in one statement: the disk is waited for once. */
    private List<Handout> given(String release, long epoch, List<Target> targets) throws SQLException {
        List<Object> values = new ArrayList<>();
        targets.forEach(target -> {
            values.add(target.name());
            values.add(target.server());
        });
        values.add(release);
        values.add(epoch);
        String chosen = String.join(" UNION ALL ", Collections.nCopies(targets.size(), "SELECT ? target, ? server"));
        List<Handout> given = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sql_release_handout (name, target, server, number, open, heard_at)"
                        + " SELECT r.name, t.target, t.server, 1, 1, NOW(6) FROM sql_release_run r JOIN (" + chosen
                        + ") t WHERE r.name = ? AND r.epoch = ? AND r.state IN ('RUNNING', 'TAKING_BACK')"
                        + " ON DUPLICATE KEY UPDATE server = VALUES(server), open = 1, heard_at = NOW(6),"
                        + " number = sql_release_handout.number + 1 RETURNING target, number")) {
            Writes.fill(insert, values.toArray());
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    given.add(new Handout(release, row.getString(1), row.getInt(2)));
                }
            }
        }
        return given;
    }

    /** Of a release: what is out and has been heard of lately, by target. */
    public Map<String, Handout> open(String release) throws SQLException {
        Map<String, Handout> open = new LinkedHashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT target, number FROM sql_release_handout WHERE name = ? AND open = 1"
                        + " AND heard_at > NOW(6) - INTERVAL ? SECOND")) {
            Writes.fill(query, release, SILENCE.toSeconds());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    open.put(row.getString(1), new Handout(release, row.getString(1), row.getInt(2)));
                }
            }
        }
        return open;
    }

    /**
     * Says that its holder lives, and asks whether it is still wanted: not after a pause, nor when it was handed to another.
     *
     * @param state of the release, in which it was handed out
     */
    public boolean wanted(Handout handout, RunState state) throws SQLException {
        return Writes.update(
                        connection,
                        "UPDATE sql_release_handout h JOIN sql_release_run r ON r.name = h.name SET h.heard_at = NOW(6)"
                                + " WHERE h.name = ? AND h.target = ? AND h.number = ? AND h.open = 1"
                                + " AND r.state = ?",
                        handout.release(),
                        handout.target(),
                        handout.number(),
                        state.name())
                > 0;
    }

    /** The same without a word of its holder's. */
    public boolean stands(Handout handout, RunState state) throws SQLException {
        return number(
                        "SELECT COUNT(*) FROM sql_release_handout h JOIN sql_release_run r ON r.name = h.name"
                                + " WHERE h.name = ? AND h.target = ? AND h.number = ? AND h.open = 1"
                                + " AND r.state = ?",
                        handout.release(),
                        handout.target(),
                        handout.number(),
                        state.name())
                > 0;
    }

    /** Nothing came of it that would have to be kept; the target waits. */
    public void giveBack(Handout handout) throws SQLException {
        Writes.update(
                connection,
                "UPDATE sql_release_handout SET open = 0 WHERE name = ? AND target = ? AND number = ?",
                handout.release(),
                handout.target(),
                handout.number());
    }

    /** Everything of a release: somebody else does it from now on. */
    public void withdraw(String release) throws SQLException {
        Writes.update(connection, "UPDATE sql_release_handout SET open = 0 WHERE name = ?", release);
    }

    /**
     * What came of it, and the target with it, in one statement.
     *
     * @return whether it was still held
     */
    public boolean end(Handout handout, TargetReport report, TargetState state) throws SQLException {
        return Writes.update(
                        connection,
                        "UPDATE sql_release_handout h JOIN sql_release_target t ON t.name = h.name AND t.target = h.target"
                                + " SET h.open = 0, t.state = ?, t.attempts = t.attempts + 1, t.ran = t.ran + ?,"
                                + " t.changed_rows = t.changed_rows + ?, t.took_micros = t.took_micros + ?, t.message = ?,"
                                + " t.changed_at = NOW(6)"
                                + " WHERE h.name = ? AND h.target = ? AND h.number = ? AND h.open = 1",
                        state.name(),
                        report.ran(),
                        report.rows(),
                        report.took().toNanos() / 1_000,
                        report.message(),
                        handout.release(),
                        handout.target(),
                        handout.number())
                > 0;
    }

    private long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            Writes.fill(query, values);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
