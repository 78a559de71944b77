package dev.abacus.bench.guard;

import com.zaxxer.hikari.HikariDataSource;
import dev.abacus.bench.harness.Stack;
import dev.abacus.kernel.sqlguard.GuardedDataSource;
import dev.abacus.kernel.sqlguard.SqlGuard;
import dev.abacus.kernel.sqlguard.TableCatalogue;
import dev.abacus.kernel.sqlguard.TableSpec;
import dev.abacus.kernel.tenancy.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * A table of products in the real database, and what is asked of it. The pool is the services' pool; ShardingSphere,
 * which stands between the two in a service and makes a query longer, is left out: that is the guard's worst case.
 */
final class Shelf {

    static final String SCHEMA = "suite_bench";
    static final TenantId TENANT = new TenantId(4711);
    static final int PRODUCTS = 2_000;
    static final int PAGE = 50;

    static final String ONE =
            """
            SELECT id, sku, name, category, stock_unit, active, version FROM bench_product
            WHERE tenant_id = ? AND id = ?""";
    static final String SOME =
            """
            SELECT id, sku, name, category, stock_unit, active, version FROM bench_product
            WHERE tenant_id = ? AND id > ? ORDER BY id LIMIT 50""";

    private Shelf() {}

    static void stock(Stack stack) throws SQLException {
        try (Connection connection = stack.connect("suite_0");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4");
            statement.execute("DROP TABLE IF EXISTS " + SCHEMA + ".bench_product");
            statement.execute("CREATE TABLE " + SCHEMA
                    + ".bench_product (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, sku VARCHAR(64) NOT NULL,"
                    + " name VARCHAR(200) NOT NULL, category VARCHAR(200) NOT NULL, stock_unit VARCHAR(16) NOT NULL,"
                    + " active BOOLEAN NOT NULL, version INT NOT NULL, PRIMARY KEY (tenant_id, id))");
            statement.execute("INSERT INTO " + SCHEMA + ".bench_product SELECT t, seq, CONCAT('SKU-', seq),"
                    + " CONCAT('Product ', seq), 'food/pasta', 'pcs', TRUE, 0 FROM seq_1_to_" + PRODUCTS
                    + ", (SELECT " + TENANT + " t UNION SELECT 4712) tenants");
        }
    }

    static void clear(Stack stack) throws SQLException {
        try (Connection connection = stack.connect("suite_0");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + SCHEMA);
        }
    }

    static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("suite");
        pool.setPassword("suite");
        pool.setMaximumPoolSize(1);
        return pool;
    }

    static SqlGuard guard() {
        TableCatalogue tables = TableCatalogue.of(List.of(TableSpec.tenant("bench_product")));
        return new SqlGuard(tables, new SimpleMeterRegistry());
    }

    static DataSource guarded(DataSource pool) {
        return new GuardedDataSource(pool, guard());
    }

    /** Asks and reads every column of every row, as a mapper does. */
    static long read(DataSource source, String sql, long id) throws SQLException {
        long sum = 0;
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, TENANT.value());
            statement.setLong(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sum += rows.getLong("id");
                    sum += rows.getString("sku").length();
                    sum += rows.getString("name").length();
                    sum += rows.getString("category").length();
                    sum += rows.getString("stock_unit").length();
                    sum += rows.getBoolean("active") ? 1 : 0;
                    sum += rows.getInt("version");
                }
            }
        }
        return sum;
    }
}
