package dev.abacus.sql.cli;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.TargetKind;
import dev.abacus.sql.run.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where the shards are, by the names that the services know: {@code abacus.db.*} and {@code abacus.shards}. A shard on
 * another server is written {@code host:port/schema}.
 */
record Place(String server, String user, String password, List<String> shards, String control) {

    static Place of(Properties properties) {
        String host = properties.getProperty("abacus.db.host", "127.0.0.1");
        String port = properties.getProperty("abacus.db.port", "13306");
        return new Place(
                host + ":" + port,
                properties.getProperty("abacus.db.user", "suite"),
                properties.getProperty("abacus.db.password", ""),
                List.of(properties
                        .getProperty("abacus.shards", "suite_0,suite_1")
                        .split("\\s*,\\s*")),
                properties.getProperty("abacus.sql.control", "sql_release"));
    }

    /** The schema that knows of every release. */
    Target controlled() {
        return Target.shard(server, control, user, password);
    }

    List<Target> targets(Release release) throws SQLException {
        List<Target> all = shards.stream().map(this::shard).toList();
        return release.target() == TargetKind.SHARD ? all : tenants(all);
    }

    List<Target> shards(List<String> names) {
        return names.stream().map(this::shard).toList();
    }

    /** Where no schema is chosen, to make one. */
    Target nowhere() {
        return Target.shard(server, "", user, password);
    }

    Target shard(String written) {
        int slash = written.indexOf('/');
        return slash < 0
                ? Target.shard(server, written, user, password)
                : new Target(written, written.substring(0, slash), written.substring(slash + 1), user, password, null);
    }

    /** By the directories that the services keep in the first shard. They agree, or nobody knows where a tenant is. */
    private List<Target> tenants(List<Target> all) throws SQLException {
        Map<Long, String> homes = new TreeMap<>();
        try (Connection connection = all.getFirst().connect();
                Statement statement = connection.createStatement()) {
            for (String directory : directories(statement)) {
                try (ResultSet row = statement.executeQuery("SELECT tenant_id, shard FROM `" + directory + "`")) {
                    while (row.next()) {
                        String before = homes.put(row.getLong(1), row.getString(2));
                        if (before != null && !before.equals(row.getString(2))) {
                            throw new IllegalStateException(
                                    "tenant " + row.getLong(1) + " is in " + before + " and in " + row.getString(2));
                        }
                    }
                }
            }
        }
        List<Target> tenants = new ArrayList<>();
        homes.forEach((tenant, home) -> {
            Target shard = all.stream()
                    .filter(each -> each.schema().equals(home))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "tenant " + tenant + " is in " + home + ", which abacus.shards does not name"));
            tenants.add(Target.tenant(shard.server(), shard.schema(), user, password, tenant));
        });
        return tenants;
    }

    private static List<String> directories(Statement statement) throws SQLException {
        List<String> directories = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT TABLE_NAME FROM information_schema.TABLES"
                + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME LIKE '%\\_tenant\\_placement'")) {
            while (row.next()) {
                directories.add(row.getString(1));
            }
        }
        return directories;
    }
}
