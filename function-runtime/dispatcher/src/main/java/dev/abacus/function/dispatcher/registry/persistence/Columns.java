package dev.abacus.function.dispatcher.registry.persistence;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.application.FunctionYaml;
import dev.abacus.function.dispatcher.registry.domain.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** How values stand in a row. */
final class Columns {

    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime time(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static DeployedVersion version(ResultSet row, int n) throws SQLException {
        return new DeployedVersion(
                row.getString("name"),
                row.getInt("number"),
                FunctionYaml.read(row.getString("definition")),
                row.getString("sha256"),
                row.getString("lane"),
                row.getString("author"),
                row.getString("reason"),
                instant(row, "deployed_at"));
    }

    static Target target(ResultSet row) throws SQLException {
        return new Target(row.getInt("version"), row.getInt("second"), row.getInt("basis_points"));
    }

    /** Null when there was nothing before. */
    static Target before(ResultSet row) throws SQLException {
        int version = row.getInt("before_version");
        return row.wasNull()
                ? null
                : new Target(version, row.getInt("before_second"), row.getInt("before_basis_points"));
    }
}
