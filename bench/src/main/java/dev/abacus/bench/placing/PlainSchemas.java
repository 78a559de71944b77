package dev.abacus.bench.placing;

import dev.abacus.bench.harness.Stack;
import dev.abacus.kernel.schema.OwnMigrations;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.schema.SchemaState;
import dev.abacus.sql.schema.ServiceSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plain alternative's schemas: made by the same migrations, and filled with the same rows. */
final class PlainSchemas {

    private static final Map<String, String> OF_SHARD = Map.of("suite_0", "suite_plain_0", "suite_1", "suite_plain_1");

    /** Neither messages nor what a service keeps of its own work. */
    private static final String MASTER_DATA =
            """
            SELECT table_name FROM information_schema.columns
            WHERE table_schema = ? AND column_name = 'tenant_id' AND table_name REGEXP '^(trade|inventory)_'
              AND table_name NOT REGEXP '_(outbox|inbox|idempotency|tcc_fence|import_[a-z]+|tenant_placement)$'""";

    private final Stack stack;

    PlainSchemas(Stack stack) {
        this.stack = stack;
    }

    static String of(String shard) {
        return OF_SHARD.get(shard);
    }

    /** Makes them anew. The plain suite migrates trade's tables itself when it starts; inventory's come from here. */
    void make() throws SQLException {
        drop();
        ServiceSchema inventory = OwnMigrations.of("inventory").schema();
        for (String schema : OF_SHARD.values()) {
            execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
            try (Connection connection = stack.connect(schema)) {
                Target target = Target.shard(stack.database(), schema, "suite", "suite");
                SchemaState.of(connection, target, inventory, null)
                        .bringUpToDate(RunSettings.standard("bench"), Progress.silent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    void drop() throws SQLException {
        for (String schema : OF_SHARD.values()) {
            execute("DROP DATABASE IF EXISTS " + schema);
        }
    }

    /** Gives the tenant there what it has in the suite, under the same ids. */
    void copy(long tenant, String shard) throws SQLException {
        String plain = of(shard);
        try (Connection connection = stack.connect(shard);
                Statement statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : masterData(connection, shard)) {
                statement.execute("INSERT INTO " + plain + "." + table + " SELECT * FROM " + shard + "." + table
                        + " WHERE tenant_id = " + tenant);
            }
            statement.execute("INSERT INTO suite_plain_0.trade_tenant_placement VALUES (" + tenant + ", '" + plain
                    + "', UTC_TIMESTAMP(6))");
        }
    }

    private static List<String> masterData(Connection connection, String shard) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(MASTER_DATA)) {
            query.setString(1, shard);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = stack.connect("suite_0");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
