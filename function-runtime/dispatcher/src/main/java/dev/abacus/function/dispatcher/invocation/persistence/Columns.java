package dev.abacus.function.dispatcher.invocation.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Values as columns hold them: times without a zone, meant as UTC; no tenant as an empty text. */
public final class Columns {

    private Columns() {}

    public static LocalDateTime time(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    public static String tenant(String tenant) {
        return tenant == null ? "" : tenant;
    }

    public static String tenant(ResultSet row) throws SQLException {
        String tenant = row.getString("tenant");
        return tenant.isEmpty() ? null : tenant;
    }

    public static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
