package dev.abacus.inventory.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I4, read from the tables themselves: on hand = Σ ledger, reserved = Σ open reservations, 0 ≤ reserved ≤ on hand. */
public final class Books {

    private final JdbcClient jdbc;
    private final TenantId tenant;

    public Books(JdbcClient jdbc, TenantId tenant) {
        this.jdbc = jdbc;
        this.tenant = tenant;
    }

    public void mustAgree() {
        Map<String, BigDecimal> onHand =
                sums("SELECT product_id, warehouse_id, on_hand FROM inventory_stock_level" + " WHERE tenant_id = ?");
        Map<String, BigDecimal> reserved =
                sums("SELECT product_id, warehouse_id, reserved FROM inventory_stock_level" + " WHERE tenant_id = ?");
        Map<String, BigDecimal> ledger = sums("SELECT product_id, warehouse_id, SUM(quantity)"
                + " FROM inventory_stock_ledger WHERE tenant_id = ? GROUP BY product_id, warehouse_id");
        Map<String, BigDecimal> open = sums("SELECT product_id, warehouse_id, SUM(quantity - consumed - released)"
                + " FROM inventory_reservation WHERE tenant_id = ? AND state IN ('TRIED', 'ACTIVE')"
                + " GROUP BY product_id, warehouse_id");
        TreeSet<String> keys = new TreeSet<>(onHand.keySet());
        keys.addAll(ledger.keySet());
        keys.addAll(open.keySet());
        for (String key : keys) {
            assertThat(at(onHand, key)).as("on hand of %s", key).isEqualByComparingTo(at(ledger, key));
            assertThat(at(reserved, key)).as("reserved of %s", key).isEqualByComparingTo(at(open, key));
            assertThat(at(reserved, key)).isBetween(BigDecimal.ZERO, at(onHand, key));
        }
    }

    private Map<String, BigDecimal> sums(String sql) {
        Map<String, BigDecimal> sums = new HashMap<>();
        TenantContext.run(tenant, () -> jdbc.sql(sql)
                .param(tenant.value())
                .query((row, n) -> sums.put(row.getLong(1) + "@" + row.getLong(2), row.getBigDecimal(3)))
                .list());
        return sums;
    }

    private static BigDecimal at(Map<String, BigDecimal> sums, String key) {
        return sums.getOrDefault(key, BigDecimal.ZERO);
    }
}
