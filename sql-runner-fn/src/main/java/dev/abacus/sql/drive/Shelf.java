package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseFiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The texts of releases, where whoever runs them elsewhere finds them, and who did what to which release. */
public final class Shelf {

    static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS sql_release_file (
              name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              file VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              text MEDIUMTEXT CHARACTER SET utf8mb4 NOT NULL,
              PRIMARY KEY (name, checksum, file)
            )""",
            """
            CREATE TABLE IF NOT EXISTS sql_release_act (
              id BIGINT NOT NULL AUTO_INCREMENT,
              name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              who VARCHAR(100) NOT NULL,
              what VARCHAR(200) NOT NULL,
              at DATETIME(6) NOT NULL,
              PRIMARY KEY (id),
              KEY by_name (name, id)
            )""");

    /** Something that somebody did. */
    public record Act(long id, String who, String what, Instant at) {}

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ACT = 200;

    private final Connection connection;

    Shelf(Connection connection) {
        this.connection = connection;
    }

    /** What does not change what is done, such as who is told, is what was said last. */
    public void put(Release release, ReleaseFiles files) throws SQLException {
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            Writes.update(
                    connection,
                    "INSERT INTO sql_release_file (name, checksum, file, text) VALUES (?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE text = VALUES(text)",
                    release.name(),
                    release.checksum(),
                    file.getKey(),
                    file.getValue());
        }
    }

    public Optional<ReleaseFiles> find(String name, String checksum) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT file, text FROM sql_release_file WHERE name = ? AND checksum = ?")) {
            Writes.fill(query, name, checksum);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    texts.put(row.getString(1), row.getString(2));
                }
            }
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new ReleaseFiles(texts));
    }

    public void note(String name, String who, String what) throws SQLException {
        Writes.update(
                connection,
                "INSERT INTO sql_release_act (name, who, what, at) VALUES (?, ?, ?, NOW(6))",
                name,
                cut(who, LONGEST_NAME),
                cut(what, LONGEST_ACT));
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    /** As they happened, after that one. */
    public List<Act> acts(String name, long after, int most) throws SQLException {
        List<Act> acts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT id, who, what, at FROM sql_release_act WHERE name = ? AND id > ? ORDER BY id LIMIT ?")) {
            Writes.fill(query, name, after, most);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    acts.add(new Act(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant()));
                }
            }
        }
        return acts;
    }
}
