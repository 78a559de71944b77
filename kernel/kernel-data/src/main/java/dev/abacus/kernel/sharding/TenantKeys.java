package dev.abacus.kernel.sharding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every unique key and every foreign key of a tenant's table begins with the tenant. A unique key without it would let
 * one tenant find out what another one has, by colliding with it; a foreign key would tie the rows of one to those of
 * another. Looked at in each shard as it is, whatever the migrations say.
 */
final class TenantKeys {

    private static final String UNIQUE_KEYS =
            """
            SELECT table_name, index_name FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name IN (:tables)
              AND non_unique = 0 AND seq_in_index = 1 AND column_name <> 'tenant_id'
            ORDER BY table_name, index_name
            """;

    private static final String FOREIGN_KEYS =
            """
            SELECT table_name, constraint_name FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND table_name IN (:tables)
              AND referenced_table_name IS NOT NULL AND ordinal_position = 1
              AND (column_name <> 'tenant_id' OR referenced_column_name <> 'tenant_id')
            ORDER BY table_name, constraint_name
            """;

    private static final String WITH_PRIMARY_KEY =
            """
            SELECT DISTINCT table_name FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name IN (:tables) AND index_name = 'PRIMARY'
            """;

    private TenantKeys() {}

    /** @throws IllegalStateException when a key of a tenant's table does not begin with the tenant, naming each such key */
    static void check(Shards shards, ServiceTables tables) {
        List<String> physical = tables.tenantTables().flatMap(TenantKeys::parts).toList();
        List<String> wrong = shards.names().stream()
                .flatMap(name -> breaches(shards.get(name), physical).map(breach -> name + ": " + breach))
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Tables of tenants have keys that do not begin with tenant_id: " + wrong);
        }
    }

    private static Stream<String> parts(ServiceTables.Table table) {
        return table.isSplit()
                ? IntStream.range(0, table.parts()).mapToObj(part -> table.name() + "_" + part)
                : Stream.of(table.name());
    }

    private static Stream<String> breaches(DataSource shard, List<String> tables) {
        JdbcClient jdbc = JdbcClient.create(shard);
        List<String> keyless = new ArrayList<>(tables);
        keyless.removeAll(jdbc.sql(WITH_PRIMARY_KEY)
                .param("tables", tables)
                .query(String.class)
                .list());
        return Stream.of(
                        keyless.stream().map(table -> table + " has no primary key"),
                        named(jdbc, "unique key", UNIQUE_KEYS, tables),
                        named(jdbc, "foreign key", FOREIGN_KEYS, tables))
                .flatMap(breaches -> breaches);
    }

    private static Stream<String> named(JdbcClient jdbc, String kind, String sql, List<String> tables) {
        return jdbc
                .sql(sql)
                .param("tables", tables)
                .query((row, n) -> kind + " " + row.getString(2) + " of " + row.getString(1))
                .list()
                .stream();
    }
}
