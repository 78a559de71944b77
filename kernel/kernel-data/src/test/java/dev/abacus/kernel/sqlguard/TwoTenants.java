package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.TestSchemas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Two tenants with the same primary keys on the real MariaDB, and the same world without the second one. A statement of
 * the first tenant stays inside it exactly when nobody can tell the two worlds apart by it: the same answer, the same
 * changes to its own rows, and the neighbour's rows and system data as they were.
 */
final class TwoTenants implements AutoCloseable {

    static final TenantId OWN = new TenantId(1);
    static final TenantId NEIGHBOUR = new TenantId(2);

    static final TableCatalogue CATALOGUE = TableCatalogue.of(List.of(
            TableSpec.tenant("product"),
            TableSpec.tenant("stock"),
            TableSpec.tenant("sale"),
            TableSpec.tenant("legacy"),
            TableSpec.shared("unit"),
            TableSpec.sharedWritable("fence")));

    private static final List<String> TENANT_TABLES = List.of("product", "stock", "sale", "legacy", "secret");
    private static final List<String> TABLES =
            Stream.concat(TENANT_TABLES.stream(), Stream.of("unit", "fence")).toList();

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE product (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, name VARCHAR(40) NOT NULL, price INT,"
                    + " parent_id BIGINT, PRIMARY KEY (tenant_id, id), UNIQUE KEY (tenant_id, name))",
            "CREATE TABLE stock (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, product_id BIGINT NOT NULL, qty INT,"
                    + " PRIMARY KEY (tenant_id, id))",
            "CREATE TABLE sale (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, product_id BIGINT NOT NULL, qty INT,"
                    + " price INT, PRIMARY KEY (tenant_id, id))",
            // A key without the tenant, as no table of the suite may have it: what an upsert does with it.
            "CREATE TABLE legacy (id BIGINT NOT NULL PRIMARY KEY, tenant_id BIGINT NOT NULL, name VARCHAR(40))",
            "CREATE TABLE unit (code VARCHAR(8) NOT NULL PRIMARY KEY, factor INT NOT NULL)",
            "CREATE TABLE fence (xid VARCHAR(40) NOT NULL PRIMARY KEY, state INT NOT NULL)",
            "CREATE TABLE secret (id BIGINT NOT NULL PRIMARY KEY, tenant_id BIGINT NOT NULL, value VARCHAR(40))",
            "CREATE SEQUENCE number");

    private static final List<String> SHARED_ROWS =
            List.of("INSERT INTO unit VALUES ('pc', 1), ('box', 12)", "INSERT INTO fence VALUES ('x1', 1)");

    private static final List<String> OWN_ROWS = List.of(
            "INSERT INTO product VALUES (1, 1, 'own-1', 10, NULL), (1, 2, 'own-2', 20, 1), (1, 3, 'own-3', 30, 2)",
            "INSERT INTO stock VALUES (1, 1, 1, 5), (1, 2, 2, 7), (1, 3, 9, 1)",
            "INSERT INTO sale VALUES (1, 1, 1, 2, 11), (1, 2, 1, 3, 12), (1, 3, 3, 4, 31)",
            "INSERT INTO legacy VALUES (1, 1, 'own')",
            "INSERT INTO secret VALUES (1, 1, 'own')");

    private static final List<String> NEIGHBOURS_ROWS = List.of(
            "INSERT INTO product VALUES (2, 1, 'foreign-1', 1000, 3), (2, 2, 'foreign-2', 2000, NULL),"
                    + " (2, 3, 'foreign-3', 3000, 1), (2, 4, 'foreign-4', 4000, 1)",
            "INSERT INTO stock VALUES (2, 1, 1, 500), (2, 2, 1, 700), (2, 3, 2, 900), (2, 4, 4, 1)",
            "INSERT INTO sale VALUES (2, 1, 1, 200, 1100), (2, 2, 2, 300, 1200), (2, 3, 9, 400, 3100), (2, 4, 4, 1, 1)",
            "INSERT INTO legacy VALUES (2, 2, 'foreign')",
            "INSERT INTO secret VALUES (2, 2, 'foreign')",
            "SELECT SETVAL(number, 1000)");

    private final String together = TestSchemas.createOne("guard");
    private final String apart = TestSchemas.createOne("guard");
    private final Connection withNeighbour;
    private final Connection alone;

    TwoTenants() throws SQLException {
        withNeighbour = TestSchemas.connect(together);
        alone = TestSchemas.connect(apart);
        for (Connection world : List.of(withNeighbour, alone)) {
            run(world, SCHEMA);
        }
        reset();
    }

    /** As in the beginning, after a statement that no rollback undoes. */
    void reset() throws SQLException {
        for (Connection world : List.of(withNeighbour, alone)) {
            world.setAutoCommit(true);
            for (String table : TABLES) {
                run(world, List.of("DELETE FROM " + table));
            }
            run(world, SHARED_ROWS);
            run(world, OWN_ROWS);
            if (world == withNeighbour) {
                run(world, NEIGHBOURS_ROWS);
            }
            world.setAutoCommit(false);
        }
    }

    /** The world with both tenants, unguarded. */
    DataSource dataSource() throws SQLException {
        MariaDbDataSource source = new MariaDbDataSource(TestSchemas.url(together));
        source.setUser("test");
        source.setPassword("test");
        return source;
    }

    /** For a look behind the guard's back. */
    Connection connect() throws SQLException {
        return TestSchemas.connect(together);
    }

    /**
     * Runs {@code sql} as it is, every parameter being the first tenant's id, and takes it back again.
     *
     * @return how the neighbour shows in it; empty when it stays inside the tenant
     */
    List<String> interference(String sql) throws SQLException {
        Map<String, List<String>> othersBefore = others();
        String together = outcome(withNeighbour, sql);
        List<String> found = new ArrayList<>();
        if (!others().equals(othersBefore)) {
            found.add("rows of the neighbour, or of all, changed");
        }
        Map<String, List<String>> ownTogether = own(withNeighbour);
        withNeighbour.rollback();
        String apart = outcome(alone, sql);
        Map<String, List<String>> ownApart = own(alone);
        alone.rollback();
        if (!together.equals(apart)) {
            found.add("with a neighbour: " + together + ", alone: " + apart);
        }
        if (!ownTogether.equals(ownApart)) {
            found.add("own rows with a neighbour: " + ownTogether + ", alone: " + ownApart);
        }
        return found;
    }

    /** Whether the database itself understands it. */
    boolean isExecutable(String sql) throws SQLException {
        String outcome = outcome(withNeighbour, sql);
        withNeighbour.rollback();
        return !outcome.startsWith("error");
    }

    private static String outcome(Connection world, String sql) {
        try (PreparedStatement statement = world.prepareStatement(sql)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int i = 1; i <= parameters; i++) {
                statement.setLong(i, OWN.value());
            }
            boolean more = statement.execute();
            if (!more) {
                return "changed " + statement.getUpdateCount();
            }
            try (ResultSet result = statement.getResultSet()) {
                return rows(result).toString();
            }
        } catch (SQLException e) {
            return "error " + e.getErrorCode();
        }
    }

    private Map<String, List<String>> others() throws SQLException {
        Map<String, List<String>> rows = rows(withNeighbour, TENANT_TABLES, " WHERE tenant_id <> 1");
        rows.putAll(rows(withNeighbour, List.of("unit"), ""));
        return rows;
    }

    private static Map<String, List<String>> own(Connection world) throws SQLException {
        return rows(world, TENANT_TABLES, " WHERE tenant_id = 1");
    }

    private static Map<String, List<String>> rows(Connection world, List<String> tables, String condition)
            throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables) {
            try (Statement statement = world.createStatement();
                    ResultSet result = statement.executeQuery("SELECT * FROM " + table + condition)) {
                rows.put(table, rows(result));
            }
        }
        return rows;
    }

    /** A bag: SQL promises no order, and ORDER BY none among equals. */
    private static List<String> rows(ResultSet result) throws SQLException {
        List<String> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(result.getString(i));
            }
            rows.add(row.toString());
        }
        rows.sort(null);
        return rows;
    }

    private static void run(Connection world, List<String> statements) throws SQLException {
        try (Statement statement = world.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        withNeighbour.close();
        alone.close();
    }
}
