package dev.abacus.sql.place;

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
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where the shards are, by the names that the services know: {@code abacus.db.*} and {@code abacus.shards}. A shard on
 * another server is written {@code host:port/schema}.
 */
public record Place(String server, String user, String password, List<String> shards, String control) {

    public static Place of(Properties properties) {
        return of(properties::getProperty);
    }

    /** @param settings by key; null for what is not set */
    public static Place of(UnaryOperator<String> settings) {
        String host = Objects.requireNonNullElse(settings.apply("abacus.db.host"), "127.0.0.1");
        String port = Objects.requireNonNullElse(settings.apply("abacus.db.port"), "13306");
        String shards = Objects.requireNonNullElse(settings.apply("abacus.shards"), "suite_0,suite_1");
        return new Place(
                host + ":" + port,
                Objects.requireNonNullElse(settings.apply("abacus.db.user"), "suite"),
                Objects.requireNonNullElse(settings.apply("abacus.db.password"), ""),
                List.of(shards.split("\\s*,\\s*")),
                Objects.requireNonNullElse(settings.apply("abacus.sql.control"), "sql_release"));
    }

    /** The schema that knows of every release. */
    public Target controlled() {
        return Target.shard(server, control, user, password);
    }

    public List<Target> targets(Release release) throws SQLException {
        List<Target> all = shards.stream().map(this::shard).toList();
        return release.target() == TargetKind.SHARD ? all : tenants(all);
    }

    public List<Target> shards(List<String> names) {
        return names.stream().map(this::shard).toList();
    }

    /** Where no schema is chosen, to make one. */
    public Target nowhere() {
        return Target.shard(server, "", user, password);
    }

    public Target shard(String written) {
        int slash = written.indexOf('/');
        return slash < 0
                ? Target.shard(server, written, user, password)
                : new Target(written, written.substring(0, slash), written.substring(slash + 1), user, password, null);
    }

    /**
     * One of the targets that a release of this kind has, by its name; of a tenant it is not asked whether there is one.
     *
     * @throws IllegalArgumentException when it is in none of the shards
     */
    public Target target(TargetKind kind, String name) {
        int slash = name.lastIndexOf('/');
        return shards.stream()
                .map(this::shard)
                .filter(shard -> kind == TargetKind.SHARD
                        ? shard.name().equals(name)
                        : slash > 0 && shard.schema().equals(name.substring(0, slash)))
                .findFirst()
                .map(shard -> kind == TargetKind.SHARD
                        ? shard
                        : Target.tenant(
                                shard.server(),
                                shard.schema(),
                                user,
                                password,
                                Long.parseLong(name.substring(slash + 1))))
                .orElseThrow(() -> new IllegalArgumentException(name + " is in no shard that abacus.shards names"));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " on " + server + ", " + shards;
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
