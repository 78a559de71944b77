package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Who approves of which text of a release. */
public final class Approvals {

    static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS sql_release_approval (
              name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
              approver VARCHAR(100) NOT NULL,
              approved_at DATETIME(6) NOT NULL,
              PRIMARY KEY (name, checksum, approver)
            )""");

    private final Connection connection;

    Approvals(Connection connection) {
        this.connection = connection;
    }

    /**
     * Of this very text; another one needs another approval.
     *
     * @throws NotAllowed when it is the author's own
     */
    public synchronized void approve(Release release, String approver) throws SQLException {
        if (approver.strip().equalsIgnoreCase(release.author().strip())) {
            throw new NotAllowed(approver + " wrote " + release.name() + "; somebody else approves of it");
        }
        Writes.update(
                connection,
                "INSERT IGNORE INTO sql_release_approval (name, checksum, approver, approved_at)"
                        + " VALUES (?, ?, ?, NOW(6))",
                release.name(),
                release.checksum(),
                approver.strip());
    }

    public synchronized Optional<String> approver(Release release) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT approver FROM sql_release_approval WHERE name = ? AND checksum = ? AND approver <> ? LIMIT 1")) {
            query.setString(1, release.name());
            query.setString(2, release.checksum());
            query.setString(3, release.author());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
