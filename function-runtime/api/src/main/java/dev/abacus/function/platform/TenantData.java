package dev.abacus.function.platform;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one service holds for the call's tenant: the rows of the tables that it publishes, to be read and not written. The service
 * runs the statement, in the tenant's shard, behind the guard that stands before its own ones: a statement that is not bound to
 * the tenant, by {@code tenant_id = :tenant} for each of its tables, does not run.
 */
@FunctionalInterface
public interface TenantData {

    /**
     * @param sql one SELECT, which calls its values by name: {@code WHERE tenant_id = :tenant AND day >= :day}. {@code :tenant} is
     *     given; nobody else can give it
     * @param values texts, numbers, booleans, nulls, and lists of them for {@code IN (:ids)}; whatever else as its
     *     {@link Object#toString()}
     * @return 10,000 rows at most
     * @throws dev.abacus.function.PermanentFailure when the statement may not run, does not run or finds more, with the reason
     * @throws IOException when the service is not there or does not do it now; trying again may help
     */
    List<Row> query(String sql, Map<String, ?> values) throws IOException, InterruptedException;

    default List<Row> query(String sql) throws IOException, InterruptedException {
        return query(sql, Map.of());
    }

    /**
     * A row that was found.
     *
     * @param cells by the columns' labels, in their order, as text: decimals with all their digits, times as instants, bytes in
     *     Base64; null for NULL
     */
    record Row(Map<String, String> cells) {

        public Row {
            cells = new LinkedHashMap<>(cells);
        }

        /**
         * @return null for NULL
         * @throws IllegalArgumentException when there is no such column
         */
        public String text(String column) {
            if (!cells.containsKey(column)) {
                throw new IllegalArgumentException("there is no column " + column + " in " + cells.keySet());
            }
            return cells.get(column);
        }

        /** @return null for NULL */
        public BigDecimal decimal(String column) {
            String text = text(column);
            return text == null ? null : new BigDecimal(text);
        }

        /** @return 0 for NULL */
        public long whole(String column) {
            String text = text(column);
            return text == null ? 0 : new BigDecimal(text).longValueExact();
        }
    }
}
