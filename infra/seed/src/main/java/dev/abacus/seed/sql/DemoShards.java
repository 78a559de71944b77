package dev.abacus.seed.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Schemas of the demo's own, beside those of the suite and like them: a directory of tenants in the first shard, and a
 * table with what is hard to put back exactly: fractions, bytes, and a time that changes by itself.
 *
 * @param server host and port
 * @param prefix of all its schemas; nobody else has one that begins so
 */
record DemoShards(String server, String user, String password, String prefix) implements AutoCloseable {

    static final int SHARDS = 4;
    static final int TENANTS_A_SHARD = 2;
    /** A chunk begins with 1,000 rows: each tenant's take several. */
    static final int PARTIES = 7_000;

    private static final String PARTY =
            """
            CREATE TABLE trade_party (
              tenant_id     BIGINT       NOT NULL,
              id            BIGINT       NOT NULL,
              name          VARCHAR(100) NOT NULL,
              country       CHAR(2)      CHARACTER SET ascii NOT NULL,
              tax_reference VARCHAR(18)  CHARACTER SET ascii NOT NULL,
              credit        DOUBLE       NOT NULL,
              seal          VARBINARY(16) NOT NULL,
              changed_at    TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
              PRIMARY KEY (tenant_id, id)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4""";

    private static final String PARTIES_OF_A_TENANT =
            """
            INSERT INTO trade_party SELECT %1$d, seq, CONCAT('Party ', seq), IF(seq %% 3, 'GB', 'CN'), CONCAT(%1$d, seq),
              seq / 7 + SQRT(seq), UNHEX(MD5(CONCAT(%1$d, '-', seq))),
              TIMESTAMP'2026-01-02 03:04:05.678901' + INTERVAL seq MICROSECOND FROM seq_1_to_%2$d""";

    List<String> shards() {
        return IntStream.range(0, SHARDS)
                .mapToObj(number -> prefix + "_" + number)
                .toList();
    }

    List<Long> tenants(int shard) {
        return IntStream.range(0, TENANTS_A_SHARD)
                .mapToObj(number -> 7_001L + shard * TENANTS_A_SHARD + number)
                .toList();
    }

    private String control() {
        return prefix + "_control";
    }

    /** As the services and {@code ./abacus sql} are told where the shards are. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("abacus.db.host", server.substring(0, server.indexOf(':')));
        properties.setProperty("abacus.db.port", server.substring(server.indexOf(':') + 1));
        properties.setProperty("abacus.db.user", user);
        properties.setProperty("abacus.db.password", password);
        properties.setProperty("abacus.shards", String.join(",", shards()));
        properties.setProperty("abacus.sql.control", control());
        return properties;
    }

    void create() {
        execute("", "CREATE DATABASE " + control() + " CHARACTER SET utf8mb4");
        for (int shard = 0; shard < SHARDS; shard++) {
            String schema = shards().get(shard);
            execute("", "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4");
            execute(
                    schema,
                    PARTY,
                    "CREATE TABLE trade_tenant_placement (tenant_id BIGINT PRIMARY KEY, shard VARCHAR(64) NOT NULL)");
            for (long tenant : tenants(shard)) {
                execute(
                        shards().getFirst(),
                        "INSERT INTO trade_tenant_placement VALUES (" + tenant + ", '" + schema + "')");
                execute(schema, PARTIES_OF_A_TENANT.formatted(tenant, PARTIES));
            }
        }
    }

    /** What a shard has: how each table is made, and of the rows a hash over every byte. Without the runner's own tables. */
    TreeMap<String, String> contents(String schema) {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            for (String table : column(statement, "SHOW TABLES", 1)) {
                if (!table.startsWith("sql_")) {
                    contents.put(
                            table,
                            column(statement, "SHOW CREATE TABLE " + table, 2).getFirst());
                    contents.put("rows of " + table, rows(statement, table));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return contents;
    }

    /** Every table's first column is part of its key, and so is the second where there are rows to compare. */
    private static String rows(Statement statement, String table) throws SQLException {
        MessageDigest hash = sha256();
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    String value = value(row, column);
                    hash.update((value == null ? "-" : value.length() + ":" + value).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** The database writes a fraction with as many digits as it takes to read the same one again. */
    private static String value(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnType(column) != Types.VARBINARY) {
            return row.getString(column);
        }
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    /** What the ledger of a shard says has run, and when; nothing where nothing ever has. */
    List<String> ledger(String schema) {
        if (rows(schema, "SHOW TABLES LIKE 'sql_ledger'").isEmpty()) {
            return List.of();
        }
        return rows(
                schema,
                "SELECT CONCAT_WS(' ', target, release_name, script, statement, changed_rows, epoch, written_at)"
                        + " FROM sql_ledger WHERE state = 'DONE'");
    }

    /** The first column of each row. */
    List<String> rows(String schema, String query) {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            return column(statement, query, 1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static List<String> column(Statement statement, String query, int column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(column));
            }
        }
        return values;
    }

    void execute(String schema, String... statements) {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://" + server + "/" + schema, user, password);
    }

    /** May be done again. */
    @Override
    public void close() {
        shards().forEach(schema -> execute("", "DROP DATABASE IF EXISTS " + schema));
        execute("", "DROP DATABASE IF EXISTS " + control());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
