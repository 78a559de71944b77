package dev.abacus.kernel.sharding;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.sqlguard.TableScope;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithServers(Server.MARIADB)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantKeysTest {

    private List<String> schemas;
    private Shards shards;

    @BeforeAll
    void twoShards() {
        schemas = TestSchemas.shared("keys");
        shards = new Shards(new DataProperties(
                "keys",
                schemas,
                new DataProperties.Db(
                        System.getProperty("abacus.db.host"),
                        Integer.getInteger("abacus.db.port"),
                        System.getProperty("abacus.db.user"),
                        System.getProperty("abacus.db.password"),
                        2),
                DataProperties.Schema.MIGRATE));
    }

    @AfterAll
    void noConnectionIsLeft() {
        shards.close();
    }

    @BeforeEach
    void soundTables() throws SQLException {
        for (String schema : schemas) {
            run(schema, "DROP TABLE IF EXISTS keys_line, keys_order, keys_shared, keys_entry_0, keys_entry_1");
            run(
                    schema,
                    """
                    CREATE TABLE keys_order (
                        tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, code VARCHAR(20) NOT NULL,
                        PRIMARY KEY (tenant_id, id), UNIQUE KEY keys_order_code (tenant_id, code), KEY by_id (id))
                    """);
            run(
                    schema,
                    """
                    CREATE TABLE keys_line (
                        tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, order_id BIGINT NOT NULL,
                        PRIMARY KEY (tenant_id, id),
                        CONSTRAINT keys_line_order FOREIGN KEY (tenant_id, order_id) REFERENCES keys_order (tenant_id, id))
                    """);
            run(schema, "CREATE TABLE keys_shared (code VARCHAR(20) PRIMARY KEY)");
            for (int part = 0; part < 2; part++) {
                run(
                        schema,
                        "CREATE TABLE keys_entry_" + part
                                + " (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (tenant_id, id))");
            }
        }
    }

    @Test
    void keys_that_begin_with_the_tenant_pass_and_shared_tables_have_keys_as_they_like() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void a_unique_key_over_all_tenants_is_found_in_whichever_shard_it_is() throws SQLException {
        run(schemas.get(1), "ALTER TABLE keys_order ADD UNIQUE KEY everybodys_code (code)");

        refused(schemas.get(1) + ": unique key everybodys_code of keys_order");
    }

    @Test
    void a_key_that_only_holds_the_tenant_further_on_is_found() throws SQLException {
        run(schemas.get(0), "ALTER TABLE keys_order ADD UNIQUE KEY code_first (code, tenant_id)");

        refused(schemas.get(0) + ": unique key code_first of keys_order");
    }

    @Test
    void a_primary_key_without_the_tenant_is_found_in_each_part_of_a_split_table() throws SQLException {
        run(schemas.get(0), "ALTER TABLE keys_entry_1 DROP PRIMARY KEY, ADD PRIMARY KEY (id)");

        refused(schemas.get(0) + ": unique key PRIMARY of keys_entry_1");
    }

    @Test
    void a_table_without_a_primary_key_is_found() throws SQLException {
        run(schemas.get(0), "ALTER TABLE keys_entry_0 DROP PRIMARY KEY");

        refused(schemas.get(0) + ": keys_entry_0 has no primary key");
    }

    @Test
    void a_foreign_key_to_the_rows_of_any_tenant_is_found() throws SQLException {
        run(
                schemas.get(0),
                "ALTER TABLE keys_line ADD CONSTRAINT anybodys_order FOREIGN KEY (order_id) REFERENCES keys_order (id)");

        refused(schemas.get(0) + ": foreign key anybodys_order of keys_line");
    }

    private void check() {
        List<ServiceTables.Table> tables = Stream.of(
                        new ServiceTables.Table("keys_order", TableScope.TENANT, 1, false),
                        new ServiceTables.Table("keys_line", TableScope.TENANT, 1, false),
                        new ServiceTables.Table("keys_entry", TableScope.TENANT, 2, false),
                        new ServiceTables.Table("keys_shared", TableScope.SHARED, 1, false))
                .toList();
        TenantKeys.check(shards, new ServiceTables(tables));
    }

    private void refused(String breach) {
        assertThatThrownBy(this::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("[" + breach + "]");
    }

    private static void run(String schema, String sql) throws SQLException {
        try (Connection connection = TestSchemas.connect(schema);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
