package dev.abacus.sql.flyway;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseScript;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetLedger;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.split.Script;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table in which Flyway keeps what it has run. */
public final class FlywayHistory {

    private static final int NO_SUCH_TABLE = 1146;

    private final String table;

    /** @param table its name; Flyway's default is {@code flyway_schema_history} */
    public FlywayHistory(String table) {
        if (!table.matches("[A-Za-z0-9_]+")) {
            throw new IllegalArgumentException(table + " is no table's name");
        }
        this.table = table;
    }

    /**
     * Scripts that Flyway has run count as run.
     *
     * @throws IllegalStateException when one was edited since, or failed there
     */
    public TargetReport importInto(Release release, Target target, RunSettings settings, Progress progress)
            throws SQLException {
        Map<String, Integer> known = read(target);
        Set<String> ran = new HashSet<>();
        for (ReleaseScript script : release.scripts()) {
            Migration migration = Migration.of(script).orElse(null);
            if (migration == null || !known.containsKey(migration.script())) {
                continue;
            }
            Integer checksum = known.get(migration.script());
            if (checksum != null && checksum != migration.checksum()) {
                throw new IllegalStateException(
                        script.file() + " was edited after Flyway had run it on " + target.name());
            }
            ran.add(script.file());
        }
        return TargetLedger.adopt(release, target, settings, progress, ran);
    }

    /** Scripts that have run here count as run by Flyway. How many it did not know of. */
    public int exportFrom(Release release, Target target) throws SQLException {
        int added = 0;
        try (Connection connection = target.connect()) {
            create(connection);
            Map<String, Integer> known = read(target);
            for (ReleaseScript script : TargetLedger.done(release, target)) {
                Migration migration = Migration.of(script).orElse(null);
                if (migration != null && !known.containsKey(migration.script())) {
                    add(connection, migration, target.user());
                    added++;
                }
            }
        }
        return added;
    }

    private Map<String, Integer> read(Target target) throws SQLException {
        Map<String, Integer> checksums = new HashMap<>();
        try (Connection connection = target.connect()) {
            for (Entry entry : entries(connection)) {
                if (!entry.success()) {
                    throw new IllegalStateException(entry.script() + " failed under Flyway on " + target.name());
                }
                checksums.put(entry.script(), entry.checksum());
            }
        }
        return checksums;
    }

    /**
     * A migration as Flyway remembers it.
     *
     * @param checksum null when it was not kept
     * @param by who ran it
     */
    public record Entry(String script, Integer checksum, String by, boolean success) {

        private static final String LANE = "lane ";

        public boolean isOf(Script file) {
            return checksum == null || checksum == Migration.checksum(file.text());
        }

        /** The lane whose build ran it; null for the baseline's. */
        public String lane() {
            return by.startsWith(LANE) ? by.substring(LANE.length()) : null;
        }
    }

    /** In the order in which they ran; none where Flyway never was. */
    public List<Entry> entries(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT script, checksum, installed_by, success FROM `" + table
                        + "` WHERE type = 'SQL' ORDER BY installed_rank")) {
            while (row.next()) {
                entries.add(
                        new Entry(row.getString(1), (Integer) row.getObject(2), row.getString(3), row.getBoolean(4)));
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_TABLE) {
                throw e;
            }
        }
        return entries;
    }

    /** As Flyway would. */
    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS `" + table + "` (installed_rank INT NOT NULL,"
                    + " version VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL,"
                    + " script VARCHAR(1000) NOT NULL, checksum INT, installed_by VARCHAR(100) NOT NULL,"
                    + " installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, execution_time INT NOT NULL,"
                    + " success BOOL NOT NULL, CONSTRAINT `" + table + "_pk` PRIMARY KEY (installed_rank),"
                    + " KEY `" + table + "_s_idx` (success))");
        }
    }

    private void add(Connection connection, Migration migration, String user) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO `" + table
                + "` (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                + " SELECT COALESCE(MAX(installed_rank), 0) + 1, ?, ?, 'SQL', ?, ?, ?, 0, TRUE FROM `" + table + "`")) {
            insert.setString(1, migration.version());
            insert.setString(2, migration.description());
            insert.setString(3, migration.script());
            insert.setInt(4, migration.checksum());
            insert.setString(5, user);
            insert.executeUpdate();
        }
    }
}
