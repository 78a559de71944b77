package dev.abacus.kernel.test.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Empty schemas on the real MariaDB, which nobody else uses and which are dropped when this process ends. Needs
 * {@link Server#MARIADB}.
 */
public final class TestSchemas {

    private static final int SHARDS = 2;
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final List<String> TO_DROP = new ArrayList<>();
    private static final Map<String, List<String>> SHARED = new ConcurrentHashMap<>();

    private TestSchemas() {}

    /** Two new schemas, for use as a business service's shards. */
    public static List<String> create(String service) {
        int number = MADE.incrementAndGet();
        List<String> shards = IntStream.range(0, SHARDS)
                .mapToObj(shard -> "test_" + TestRun.NAME + "_" + service + number + "_" + shard)
                .toList();
        shards.forEach(TestSchemas::make);
        return shards;
    }

    /** One new schema, for a service without shards. */
    public static String createOne(String service) {
        String schema = "test_" + TestRun.NAME + "_" + service + MADE.incrementAndGet();
        make(schema);
        return schema;
    }

    /** The same two schemas for every test class of this process, for tests that share one Spring context. */
    public static List<String> shared(String service) {
        return SHARED.computeIfAbsent(service, TestSchemas::create);
    }

    /** For a look at the tables behind the service's back. */
    public static Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(url(schema), "test", "test");
    }

    /** Each row as its columns with a blank between; what is NULL is {@code null}. */
    public static List<String> rows(String schema, String query) {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public static void execute(String schema, String... statements) {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    public static String url(String schema) {
        return "jdbc:mariadb://" + server() + "/" + schema;
    }

    /** Host and port. Its user and password are both {@code test}. */
    public static String server() {
        return "127.0.0.1:" + TestStack.current().port(Server.MARIADB);
    }

    private static void make(String schema) {
        synchronized (TO_DROP) {
            if (TO_DROP.isEmpty()) {
                Runtime.getRuntime().addShutdownHook(new Thread(TestSchemas::dropAll));
            }
            TO_DROP.add(schema);
        }
        execute("", "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
    }

    private static void dropAll() {
        synchronized (TO_DROP) {
            TO_DROP.forEach(schema -> execute("", "DROP DATABASE IF EXISTS " + schema));
        }
    }
}
