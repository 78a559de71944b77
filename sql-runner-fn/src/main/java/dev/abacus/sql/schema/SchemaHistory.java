package dev.abacus.sql.schema;

import dev.abacus.sql.run.Target;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that any build of a service ever ran on a target, in one look. */
final class SchemaHistory {

    private static final int NO_SUCH_TABLE = 1146;

    private SchemaHistory() {}

    static List<Ran> read(Connection connection, Target target, ServiceSchema schema) throws SQLException {
        Map<String, Ran> ran = new LinkedHashMap<>();
        String baseline = schema.ledgerName(null);
        String lanes = schema.ledgerName("");
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT release_name, script, statement, checksum, state, epoch FROM sql_ledger"
                        + " WHERE target = ? AND (release_name = ? OR release_name LIKE ?)"
                        + " ORDER BY release_name, script, statement")) {
            query.setString(1, target.name());
            query.setString(2, baseline);
            query.setString(3, lanes + "%");
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String release = row.getString(1);
                    String lane = release.equals(baseline) ? null : release.substring(lanes.length());
                    String file = row.getString(2);
                    ran.computeIfAbsent(release + " " + file, first -> new Ran(lane, file))
                            .add(row.getInt(3), row.getString(4), row.getString(5), row.getLong(6));
                }
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_TABLE) {
                throw e;
            }
        }
        return new ArrayList<>(ran.values());
    }
}
