package dev.abacus.kernel.tenantdata;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values on their way in, as JSON has them, and out, as text. */
final class Cells {

    private Cells() {}

    /** @throws IllegalArgumentException for an object, and for a list in a list */
    static Object in(JsonNode value) {
        return value.isArray() ? value.valueStream().map(Cells::one).toList() : one(value);
    }

    private static Object one(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> value.asBoolean();
            case STRING -> value.asString();
            case NUMBER -> value.canConvertToLong() && value.isIntegralNumber() ? value.asLong() : value.decimalValue();
            default ->
                throw new IllegalArgumentException("a value is a text, a number, true, false, null or a list of them");
        };
    }

    static List<String> labels(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            labels.add(columns.getColumnLabel(column));
        }
        return labels;
    }

    /** Times as instants, for all are kept in UTC; bytes in Base64. */
    static String out(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> {
                LocalDateTime time = row.getObject(column, LocalDateTime.class);
                yield time == null ? null : time.toInstant(ZoneOffset.UTC).toString();
            }
            case Types.DECIMAL, Types.NUMERIC -> {
                BigDecimal number = row.getBigDecimal(column);
                yield number == null ? null : number.toPlainString();
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = row.getBytes(column);
                yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
            }
            default -> row.getString(column);
        };
    }
}
