package dev.abacus.kernel.sqlguard;

import static dev.abacus.kernel.sqlguard.TwoTenants.CATALOGUE;
import static dev.abacus.kernel.sqlguard.TwoTenants.NEIGHBOUR;
import static dev.abacus.kernel.sqlguard.TwoTenants.OWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.tenancy.NoTenant;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.Server;
import dev.abacus.kernel.test.servers.WithServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithServers(Server.MARIADB)
class GuardedDataSourceTest {

    private static final String NAME = "SELECT name FROM product WHERE tenant_id = ? AND id = ?";
    private static final String INSERT = "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, ?, 1, 1)";

    private static TwoTenants tenants;
    private static DataSource guarded;

    private Connection connection;

    @BeforeAll
    static void two_tenants_with_the_same_keys() throws SQLException {
        tenants = new TwoTenants();
        guarded = new GuardedDataSource(tenants.dataSource(), new SqlGuard(CATALOGUE, new SimpleMeterRegistry()));
    }

    @AfterAll
    static void goodbye() throws SQLException {
        tenants.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        tenants.reset();
        connection = guarded.getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void a_tenant_reads_its_own_row_and_not_the_neighbours_with_the_same_key() {
        JdbcTemplate jdbc = new JdbcTemplate(guarded);

        assertThat(as(OWN, () -> jdbc.queryForObject(NAME, String.class, 1L, 1L)))
                .isEqualTo("own-1");
        assertThat(as(NEIGHBOUR, () -> jdbc.queryForObject(NAME, String.class, 2L, 1L)))
                .isEqualTo("foreign-1");
        assertThatThrownBy(() -> as(OWN, () -> jdbc.queryForObject(NAME, String.class, 2L, 1L)))
                .isInstanceOf(SqlRefused.class);
    }

    @Test
    void without_a_tenant_nothing_of_a_tenant_is_read() {
        JdbcTemplate jdbc = new JdbcTemplate(guarded);

        assertThatThrownBy(() -> jdbc.queryForObject(NAME, String.class, 1L, 1L))
                .isInstanceOf(NoTenant.class);
        assertThat(jdbc.queryForObject("SELECT factor FROM unit WHERE code = 'box'", Integer.class))
                .isEqualTo(12);
        assertThat(jdbc.queryForObject("SELECT 1", Integer.class)).isOne();
    }

    @Test
    void a_refused_statement_never_reaches_the_database() throws SQLException {
        assertThatThrownBy(() -> new JdbcTemplate(guarded).update("DELETE FROM product"))
                .isInstanceOf(SqlRefused.class);
        assertThatThrownBy(() -> new JdbcTemplate(guarded).execute("TRUNCATE TABLE product"))
                .isInstanceOf(SqlRefused.class);
        assertThat(count("product")).isEqualTo(7);
    }

    @Test
    void a_prepared_statement_is_asked_again_when_another_tenant_uses_it() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAME)) {
            as(OWN, () -> {
                statement.setLong(1, 1);
                statement.setLong(2, 1);
                return name(statement);
            });
            assertThatThrownBy(() -> as(NEIGHBOUR, () -> name(statement))).isInstanceOf(SqlRefused.class);
            assertThat(as(NEIGHBOUR, () -> {
                        statement.setLong(1, 2);
                        return name(statement);
                    }))
                    .isEqualTo("foreign-1");
        }
    }

    @Test
    void a_tenant_that_is_not_a_whole_number_is_refused() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAME)) {
            statement.setLong(2, 1);
            refusedFor(statement, () -> statement.setString(1, "1"));
            refusedFor(statement, () -> statement.setString(1, "1 or so"));
            refusedFor(statement, () -> statement.setObject(1, "1", Types.BIGINT));
            refusedFor(statement, () -> statement.setBigDecimal(1, new BigDecimal("1.0")));
            refusedFor(statement, () -> statement.setDouble(1, 1));
            refusedFor(statement, () -> statement.setNull(1, Types.BIGINT));
            refusedFor(statement, () -> statement.setNull(1, 1));
            statement.setInt(1, 1);
            assertThat(as(OWN, () -> name(statement))).isEqualTo("own-1");
            statement.setObject(1, 1L);
            assertThat(as(OWN, () -> name(statement))).isEqualTo("own-1");
        }
    }

    @Test
    void cleared_parameters_are_forgotten() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAME)) {
            statement.setLong(1, 1);
            statement.clearParameters();
            assertThatThrownBy(() -> as(OWN, () -> name(statement))).isInstanceOf(SqlRefused.class);
        }
    }

    @Test
    void every_row_of_a_batch_is_of_the_tenant() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            as(OWN, () -> {
                add(statement, 1, 7);
                assertThatThrownBy(() -> add(statement, 2, 7)).isInstanceOf(SqlRefused.class);
                add(statement, 1, 8);
                return statement.executeBatch();
            });
        }
        assertThat(count("stock")).isEqualTo(9);
    }

    @Test
    void a_batch_filled_for_one_tenant_is_not_sent_for_another() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            as(OWN, () -> add(statement, 1, 7));
            assertThatThrownBy(() -> as(NEIGHBOUR, statement::executeBatch)).hasMessageContaining("batch");
            assertThatThrownBy(() -> as(NEIGHBOUR, () -> add(statement, 2, 7))).hasMessageContaining("batch");
            assertThatThrownBy(statement::executeBatch).isInstanceOf(NoTenant.class);
            assertThat(as(OWN, statement::executeBatch)).hasSize(1);
            as(NEIGHBOUR, () -> add(statement, 2, 7));
            statement.clearBatch();
            assertThat(as(OWN, statement::executeBatch)).isEmpty();
        }
        assertThat(count("stock")).isEqualTo(8);
    }

    @Test
    void a_statement_with_its_sql_in_the_call_is_asked_as_well() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String own = "SELECT name FROM product WHERE tenant_id = 1 AND id = 1";
            String change = "UPDATE stock SET qty = 3 WHERE tenant_id = 1 AND id = 1";
            as(OWN, () -> {
                assertThat(statement.execute(own)).isTrue();
                assertThat(statement.getResultSet().next()).isTrue();
                assertThat(statement.executeQuery(own).next()).isTrue();
                assertThat(statement.executeUpdate(change, Statement.RETURN_GENERATED_KEYS))
                        .isOne();
                assertThat(statement.executeUpdate(change, new String[] {"id"})).isOne();
                assertThat(statement.executeLargeUpdate(change)).isOne();
                statement.addBatch(change);
                return statement.executeBatch();
            });
            for (JdbcCall call : List.<JdbcCall>of(
                    () -> statement.execute(own),
                    () -> statement.executeQuery(own),
                    () -> statement.executeUpdate(change),
                    () -> statement.executeUpdate(change, Statement.RETURN_GENERATED_KEYS),
                    () -> statement.executeUpdate(change, new int[] {1}),
                    () -> statement.executeLargeUpdate(change),
                    () -> statement.addBatch(change))) {
                assertThatThrownBy(() -> as(NEIGHBOUR, () -> run(call))).isInstanceOf(SqlRefused.class);
                assertThatThrownBy(call::run).isInstanceOf(NoTenant.class);
            }
            as(OWN, () -> run(() -> statement.addBatch(change)));
            assertThatThrownBy(() -> as(NEIGHBOUR, statement::executeLargeBatch))
                    .hasMessageContaining("batch");
            statement.clearBatch();
        }
    }

    @Test
    void every_way_to_prepare_is_guarded() {
        String leak = "SELECT name FROM product";
        for (JdbcCall call : List.<JdbcCall>of(
                () -> connection.prepareStatement(leak),
                () -> connection.prepareStatement(leak, Statement.RETURN_GENERATED_KEYS),
                () -> connection.prepareStatement(leak, new int[] {1}),
                () -> connection.prepareStatement(leak, new String[] {"id"}),
                () -> connection.prepareStatement(leak, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY),
                () -> connection.prepareStatement(
                        leak,
                        ResultSet.TYPE_FORWARD_ONLY,
                        ResultSet.CONCUR_READ_ONLY,
                        ResultSet.CLOSE_CURSORS_AT_COMMIT),
                () -> connection.prepareCall("CALL p()"),
                () -> connection.prepareCall("{call p()}"))) {
            assertThatThrownBy(() -> as(OWN, () -> run(call))).isInstanceOf(SqlRefused.class);
        }
    }

    @Test
    void sql_for_a_statement_that_is_already_prepared_is_refused() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAME)) {
            statement.setLong(1, 1);
            statement.setLong(2, 1);
            for (JdbcCall call : List.<JdbcCall>of(
                    () -> statement.execute("SELECT name FROM product"),
                    () -> statement.executeQuery("SELECT name FROM product"),
                    () -> statement.executeUpdate("DELETE FROM product"),
                    () -> statement.addBatch("DELETE FROM product"))) {
                assertThatThrownBy(() -> as(OWN, () -> run(call))).isInstanceOf(SQLFeatureNotSupportedException.class);
            }
        }
    }

    @Test
    void nothing_leads_to_the_connection_below() throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(NAME)) {
            statement.setLong(1, 1);
            statement.setLong(2, 1);
            ResultSet result = as(OWN, statement::executeQuery);

            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(result.getStatement()).isSameAs(statement);
            assertThat(statement.getResultSet().getStatement()).isSameAs(statement);
            assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
            assertThat(connection
                            .getMetaData()
                            .getTables(null, null, "product", null)
                            .getStatement())
                    .isNull();
            assertThat(connection.createStatement().getConnection()).isSameAs(connection);
            for (java.sql.Wrapper wrapper : List.of(guarded, connection, statement, result, connection.getMetaData())) {
                assertThat(wrapper.isWrapperFor(org.mariadb.jdbc.Connection.class))
                        .isFalse();
                assertThatThrownBy(() -> wrapper.unwrap(org.mariadb.jdbc.Connection.class))
                        .isInstanceOf(SQLFeatureNotSupportedException.class);
            }
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThat(guarded.unwrap(DataSource.class)).isSameAs(guarded);
            assertThat(guarded.unwrap(GuardedDataSource.class)).isSameAs(guarded);
        }
    }

    @Test
    void another_schema_or_an_updatable_result_is_out_of_reach() {
        for (JdbcCall call : List.<JdbcCall>of(
                () -> connection.setCatalog("mysql"),
                () -> connection.setSchema("mysql"),
                () -> connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE),
                () -> connection.prepareStatement(NAME, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE),
                () -> connection.createStatement().setCursorName("c"),
                () -> guarded.getConnection("test", "test"))) {
            assertThatThrownBy(call::run).isInstanceOf(SQLFeatureNotSupportedException.class);
        }
    }

    @Test
    void the_databases_own_errors_come_as_they_are() {
        JdbcClient jdbc = JdbcClient.create(guarded);

        assertThatThrownBy(() ->
                        as(OWN, () -> jdbc.sql("INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 1, 1, 1)")
                                .param(1L)
                                .update()))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void an_upsert_changes_the_row_of_its_own_tenant_only() throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(guarded);

        as(
                OWN,
                () -> jdbc.update(
                        "INSERT INTO stock (tenant_id, id, product_id, qty) VALUES (?, 1, 1, 42)"
                                + " ON DUPLICATE KEY UPDATE qty = VALUES(qty)",
                        1L));
        assertThatThrownBy(() -> as(
                        OWN,
                        () -> jdbc.update(
                                "INSERT INTO legacy (id, tenant_id, name) VALUES (2, ?, 'mine')"
                                        + " ON DUPLICATE KEY UPDATE tenant_id = VALUES(tenant_id), name = VALUES(name)",
                                1L)))
                .isInstanceOf(SqlRefused.class)
                .hasMessageContaining("tenant-never-assigned");

        assertThat(text("SELECT GROUP_CONCAT(qty ORDER BY tenant_id) FROM stock WHERE id = 1"))
                .isEqualTo("42,500");
        assertThat(text("SELECT name FROM legacy WHERE id = 2 AND tenant_id = 2"))
                .isEqualTo("foreign");
    }

    @Test
    void a_tenant_from_a_request_body_moves_nothing() throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(guarded);
        long fromBody = NEIGHBOUR.value();

        assertThatThrownBy(() -> as(OWN, () -> jdbc.update(INSERT, fromBody, 9L)))
                .isInstanceOf(SqlRefused.class);
        assertThatThrownBy(() -> as(
                        OWN,
                        () -> jdbc.update(
                                "UPDATE stock SET tenant_id = ? WHERE tenant_id = ? AND id = ?", fromBody, 1L, 3L)))
                .isInstanceOf(SqlRefused.class);
        assertThatThrownBy(() -> as(
                        OWN,
                        () -> jdbc.update("UPDATE stock SET qty = 0 WHERE tenant_id = ? AND id = ?", fromBody, 3L)))
                .isInstanceOf(SqlRefused.class);

        assertThat(text("SELECT GROUP_CONCAT(tenant_id, ':', id, ':', qty ORDER BY tenant_id, id) FROM stock"))
                .isEqualTo("1:1:5,1:2:7,1:3:1,2:1:500,2:2:700,2:3:900,2:4:1");
    }

    private interface JdbcCall {
        void run() throws SQLException;
    }

    private static Void run(JdbcCall call) throws SQLException {
        call.run();
        return null;
    }

    private static <T, X extends Throwable> T as(TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        return TenantContext.call(tenant, work);
    }

    private static Void add(PreparedStatement statement, long tenant, long id) throws SQLException {
        statement.setLong(1, tenant);
        statement.setLong(2, id);
        statement.addBatch();
        return null;
    }

    private static String name(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getString(1) : null;
        }
    }

    private static void refusedFor(PreparedStatement statement, JdbcCall set) throws SQLException {
        set.run();
        assertThatThrownBy(() -> as(OWN, () -> name(statement))).isInstanceOf(SqlRefused.class);
    }

    private static long count(String table) throws SQLException {
        return Long.parseLong(text("SELECT COUNT(*) FROM " + table));
    }

    private static String text(String sql) throws SQLException {
        try (Connection raw = tenants.connect();
                Statement statement = raw.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }
}
