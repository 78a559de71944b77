package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The tables that know of every release, in a schema of their own. One driver a release: its epoch is in every write. */
public final class Control implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS sql_release_run (
              name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              author VARCHAR(100) NOT NULL,
              state VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              wave INT NOT NULL COMMENT 'so many are done with',
              epoch BIGINT NOT NULL,
              driver VARCHAR(100) NOT NULL,
              driven_until DATETIME(6) NOT NULL,
              message TEXT NOT NULL,
              submitted_at DATETIME(6) NOT NULL,
              changed_at DATETIME(6) NOT NULL,
              PRIMARY KEY (name)
            )""");

    private final Connection connection;
    private final Shelf shelf;
    private final Handouts handouts;
    private final Targets targets;
    private final Approvals approvals;

    private Control(Connection connection) {
        this.connection = connection;
        this.shelf = new Shelf(connection);
        this.handouts = new Handouts(connection);
        this.targets = new Targets(connection);
        this.approvals = new Approvals(connection);
    }

    /** @param schema where the tables are, or will be */
    public static Control open(Target schema) throws SQLException {
        Connection connection = schema.connect();
        try (Statement statement = connection.createStatement()) {
            for (List<String> tables :
                    List.of(TABLES, Targets.TABLES, Approvals.TABLES, Shelf.TABLES, Handouts.TABLES)) {
                for (String table : tables) {
                    statement.execute(table);
                }
            }
        }
        return new Control(connection);
    }

    /** The same where somebody has opened it before: without a look at whether the tables are there. */
    public static Control reopen(Target schema) throws SQLException {
        return new Control(schema.connect());
    }

    /**
     * The same release twice is one. Another text under the same name takes its place while the first wave is not done
     * with: what has run on a target is compared there.
     *
     * @throws NotAllowed when it was edited after that
     */
    public synchronized RunRecord submit(Release release) throws SQLException {
        update(
                "INSERT IGNORE INTO sql_release_run (name, checksum, author, state, wave, epoch, driver, driven_until,"
                        + " message, submitted_at, changed_at) VALUES (?, ?, ?, 'SUBMITTED', 0, 0, '', NOW(6), '',"
                        + " NOW(6), NOW(6))",
                release.name(),
                release.checksum(),
                release.author());
        int edited = update(
                "UPDATE sql_release_run SET checksum = ?, author = ?, changed_at = NOW(6) WHERE name = ?"
                        + " AND checksum <> ? AND wave = 0 AND state IN ('SUBMITTED', 'PAUSED', 'FAILED')"
                        + " AND driven_until <= NOW(6)",
                release.checksum(),
                release.author(),
                release.name(),
                release.checksum());
        RunRecord kept = find(release.name()).orElseThrow();
        if (edited == 0 && !kept.checksum().equals(release.checksum())) {
            throw new NotAllowed(
                    release.name() + " was edited after its first wave, or is running: targets would differ."
                            + " What is to be different belongs in a new release");
        }
        return kept;
    }

    public synchronized Optional<RunRecord> find(String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT name, checksum, state, wave, driver, driven_until > NOW(6), message FROM sql_release_run"
                        + " WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new RunRecord(
                                row.getString(1),
                                row.getString(2),
                                RunState.valueOf(row.getString(3)),
                                row.getInt(4),
                                row.getString(5),
                                row.getBoolean(6),
                                row.getString(7)))
                        : Optional.empty();
            }
        }
    }

    /** Empty when somebody else drives it, or it may not run. */
    public synchronized OptionalLong drive(String name, String driver, Duration lease, RunState to)
            throws SQLException {
        int taken = update(
                "UPDATE sql_release_run SET epoch = epoch + 1, driver = ?, state = ?, message = '',"
                        + " driven_until = NOW(6) + INTERVAL ? MICROSECOND, changed_at = NOW(6)"
                        + " WHERE name = ? AND driven_until <= NOW(6) AND state IN (" + from(to) + ")",
                driver,
                to.name(),
                lease.toNanos() / 1_000,
                name);
        return taken == 0 ? OptionalLong.empty() : OptionalLong.of(epoch(name));
    }

    /**
     * The work of a driver is gone on with by another process under the same name: whoever did it before is at its end, or is told
     * so by its next write. Empty when that driver is not wanted any more.
     */
    public synchronized OptionalLong adopt(String name, String driver, Duration lease) throws SQLException {
        int taken = update(
                "UPDATE sql_release_run SET epoch = epoch + 1, driven_until = NOW(6) + INTERVAL ? MICROSECOND,"
                        + " changed_at = NOW(6) WHERE name = ? AND driver = ? AND state IN ('RUNNING', 'TAKING_BACK')",
                lease.toNanos() / 1_000,
                name,
                driver);
        if (taken == 0) {
            update("UPDATE sql_release_run SET driven_until = NOW(6) WHERE name = ? AND driver = ?", name, driver);
            return OptionalLong.empty();
        }
        return OptionalLong.of(epoch(name));
    }

    private long epoch(String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT epoch FROM sql_release_run WHERE name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Whether the driver may go on: it is still the one, and nobody asked for a pause or an end. */
    public synchronized boolean beat(String name, long epoch, Duration lease) throws SQLException {
        return update(
                        "UPDATE sql_release_run SET driven_until = NOW(6) + INTERVAL ? MICROSECOND"
                                + " WHERE name = ? AND epoch = ? AND state IN ('RUNNING', 'TAKING_BACK')",
                        lease.toNanos() / 1_000,
                        name,
                        epoch)
                == 1;
    }

    /** The driver's last word; a pause or an end that was asked for meanwhile stays. */
    public synchronized void finish(String name, long epoch, RunState state, String message) throws SQLException {
        update(
                "UPDATE sql_release_run SET state = IF(state IN ('RUNNING', 'TAKING_BACK'), ?, state), message = ?,"
                        + " driven_until = NOW(6), changed_at = NOW(6) WHERE name = ? AND epoch = ?",
                state.name(),
                message,
                name,
                epoch);
    }

    public synchronized void waveDone(String name, long epoch, int waves) throws SQLException {
        update(
                "UPDATE sql_release_run SET wave = GREATEST(wave, ?), changed_at = NOW(6) WHERE name = ? AND epoch = ?",
                waves,
                name,
                epoch);
    }

    /** @throws NotAllowed when it does not stand where that makes sense */
    public synchronized void ask(String name, RunState state) throws SQLException {
        int changed = update(
                "UPDATE sql_release_run SET state = ?, changed_at = NOW(6) WHERE name = ? AND state IN (" + from(state)
                        + ")",
                state.name(),
                name);
        if (changed == 0) {
            throw new NotAllowed(name + " is "
                    + find(name).map(run -> run.state().name()).orElse("unknown") + ", not to be " + state);
        }
    }

    /**
     * From now on nobody takes it back. May be asked for again.
     *
     * @throws NotAllowed when it is not at its end, or somebody still drives it
     */
    public synchronized void settle(String name) throws SQLException {
        RunRecord run = find(name).orElseThrow(() -> new NotAllowed(name + " has never been run"));
        if (run.driven()) {
            throw new NotAllowed(name + " is still driven by " + run.driver());
        }
        ask(name, RunState.SETTLED);
    }

    /** In the order of their names, after that one. */
    public synchronized List<RunRecord> runs(String after, int most) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT name FROM sql_release_run WHERE name > ? ORDER BY name LIMIT ?")) {
            Writes.fill(query, after, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        List<RunRecord> runs = new ArrayList<>();
        for (String name : names) {
            find(name).ifPresent(runs::add);
        }
        return runs;
    }

    private static String from(RunState state) {
        return state.from().stream().map(from -> "'" + from + "'").collect(Collectors.joining(", "));
    }

    private int update(String sql, Object... values) throws SQLException {
        return Writes.update(connection, sql, values);
    }

    /** How far their targets are. */
    public Targets targets() {
        return targets;
    }

    /** Who approves of what. */
    public Approvals approvals() {
        return approvals;
    }

    /** The texts of releases, and who did what to them. */
    public Shelf shelf() {
        return shelf;
    }

    /** What is handed to functions. */
    public Handouts handouts() {
        return handouts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
