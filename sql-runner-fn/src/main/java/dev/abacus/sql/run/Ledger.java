package dev.abacus.sql.run;

import dev.abacus.sql.run.LedgerEntry.State;
import dev.abacus.sql.split.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What has run on a target, kept on the target. Every write is refused once the lease has gone to somebody else. */
final class Ledger {

    private static final int NO_SUCH_TABLE = 1146;

    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS sql_ledger (
              target VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              release_name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              script VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              statement INT NOT NULL,
              checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              changed_rows BIGINT NOT NULL,
              took_micros BIGINT NOT NULL,
              before_print CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of the dictionary, when it began',
              checkpoint_key TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'rows up to it are done',
              message VARCHAR(500) NULL,
              epoch BIGINT NOT NULL,
              written_at DATETIME(6) NOT NULL,
              PRIMARY KEY (target, release_name, script, statement)
            )""";

    private final Connection connection;
    private final Target target;
    private final String release;
    private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();
    private final List<LedgerEntry> later = new ArrayList<>();
    private long epoch;

    Ledger(Connection connection, Target target, String release) {
        this.connection = connection;
        this.target = target;
        this.release = release;
    }

    /** From now on writes are this holder's. */
    void heldBy(Lease lease) {
        this.epoch = lease.epoch();
    }

    /** Reads what there is; makes the tables when there are none. */
    void open() throws SQLException {
        if (!isThere()) {
            try (var statement = connection.createStatement()) {
                statement.execute(TABLE);
                statement.execute(Lease.TABLE);
            }
        }
    }

    /** Reads what there is; false when nothing has ever been run on the target. */
    boolean isThere() throws SQLException {
        try {
            read();
            return true;
        } catch (SQLSyntaxErrorException e) {
            if (e.getErrorCode() != NO_SUCH_TABLE) {
                throw e;
            }
            return false;
        }
    }

    void read() throws SQLException {
        entries.clear();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT script, statement, checksum, state, changed_rows, took_micros, before_print, checkpoint_key,"
                        + " message FROM sql_ledger WHERE target = ? AND release_name = ? ORDER BY script, statement")) {
            query.setString(1, target.name());
            query.setString(2, release);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    remember(new LedgerEntry(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            State.valueOf(row.getString(4)),
                            row.getLong(5),
                            Duration.ofNanos(row.getLong(6) * 1_000),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9)));
                }
            }
        }
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Null when it has never begun. */
    LedgerEntry of(Statement statement) {
        return entries.get(key(statement.script(), statement.number()));
    }

    boolean isDone(Statement statement) {
        LedgerEntry entry = of(statement);
        return entry != null && entry.state() == State.DONE;
    }

    void write(LedgerEntry entry) throws SQLException {
        write(List.of(entry), List.of("NULL"));
    }

    void write(List<LedgerEntry> lines) throws SQLException {
        write(lines, lines.stream().map(line -> "NULL").toList());
    }

    /**
     * @param prints an expression for what the dictionary says at this moment, for each entry
     * @throws Busy when the lease is somebody else's by now; nothing is written then
     */
    void write(List<LedgerEntry> lines, List<String> prints) throws SQLException {
        List<String> allPrints =
                new ArrayList<>(later.stream().map(line -> "NULL").toList());
        allPrints.addAll(prints);
        later.addAll(lines);
        if (!later.isEmpty()) {
            insert(List.copyOf(later), allPrints);
            later.clear();
        }
    }

    /** With the next write. Only for what the dictionary could tell as well, should there be none. */
    void writeLater(LedgerEntry entry) {
        later.add(entry);
        remember(entry);
    }

    void flush() throws SQLException {
        write(List.of(), List.of());
    }

    private void insert(List<LedgerEntry> lines, List<String> prints) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insert(prints))) {
            int at = 0;
            insert.setString(++at, release);
            for (LedgerEntry line : lines) {
                insert.setString(++at, line.script());
                insert.setInt(++at, line.statement());
                insert.setString(++at, line.checksum());
                insert.setString(++at, line.state().name());
                insert.setLong(++at, line.rows());
                insert.setLong(++at, line.took().toNanos() / 1_000);
                insert.setString(++at, line.checkpoint());
                insert.setString(++at, line.message());
            }
            insert.setString(++at, target.name());
            insert.setLong(++at, epoch);
            if (insert.executeUpdate() == 0) {
                throw new Busy("somebody else took the target over");
            }
        }
        lines.forEach(this::remember);
    }

    /** The lease's row is locked until the end of the transaction: nobody takes over between the look and the commit. */
    private static String insert(List<String> prints) {
        StringJoiner values = new StringJoiner(" UNION ALL ");
        for (String print : prints) {
            values.add("SELECT ? AS script, ? AS statement, ? AS checksum, ? AS state, ? AS changed_rows, ? AS took, "
                    + print + " AS print, ? AS reached, ? AS message");
        }
        return "INSERT INTO sql_ledger (target, release_name, script, statement, checksum, state, changed_rows,"
                + " took_micros, before_print, checkpoint_key, message, epoch, written_at)"
                + " SELECT e.target, ?, v.script, v.statement, v.checksum, v.state, v.changed_rows, v.took, v.print,"
                + " v.reached, v.message, e.epoch, NOW(6) FROM sql_lease e JOIN (" + values + ") v"
                + " WHERE e.target = ? AND e.epoch = ? LOCK IN SHARE MODE"
                + " ON DUPLICATE KEY UPDATE checksum = VALUES(checksum), state = VALUES(state),"
                + " changed_rows = VALUES(changed_rows), took_micros = VALUES(took_micros),"
                + " before_print = VALUES(before_print), checkpoint_key = VALUES(checkpoint_key),"
                + " message = VALUES(message), epoch = VALUES(epoch), written_at = VALUES(written_at)";
    }

    /** They never began after all. */
    void forget(List<Statement> statements) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE l FROM sql_ledger l"
                + " JOIN sql_lease e ON e.target = l.target AND e.epoch = ?"
                + " WHERE l.target = ? AND l.release_name = ? AND l.script = ? AND l.statement = ?")) {
            for (Statement statement : statements) {
                delete.setLong(1, epoch);
                delete.setString(2, target.name());
                delete.setString(3, release);
                delete.setString(4, statement.script());
                delete.setInt(5, statement.number());
                delete.executeUpdate();
                entries.remove(key(statement.script(), statement.number()));
            }
        }
    }

    /** What the dictionary says now of each of these, by the expressions. */
    List<String> prints(List<String> expressions) throws SQLException {
        List<String> prints = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + String.join(", ", expressions))) {
            row.next();
            for (int i = 1; i <= expressions.size(); i++) {
                prints.add(row.getString(i));
            }
        }
        return prints;
    }

    private void remember(LedgerEntry entry) {
        entries.put(key(entry.script(), entry.statement()), entry);
    }

    private static String key(String script, int statement) {
        return script + ":" + statement;
    }
}
