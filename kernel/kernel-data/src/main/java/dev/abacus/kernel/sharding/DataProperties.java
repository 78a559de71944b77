package dev.abacus.kernel.sharding;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service's data is.
 *
 * @param service the prefix of the service's tables, such as {@code trade}
 * @param shards the schemas that tenants live in; the first also keeps the directory of who lives where
 * @param db the database server of all shards
 * @param schema what a process does about its schema at its start
 */
@ConfigurationProperties("abacus")
public record DataProperties(
        String service,
        @DefaultValue({"suite_0", "suite_1"}) List<String> shards,
        @DefaultValue Db db,
        @DefaultValue("migrate") Schema schema) {

    public enum Schema {
        /** Brings it up to date. */
        MIGRATE,
        /** Starts only on one that is: somebody else brings it up to date before. */
        CHECK
    }

    /** @param pool connections kept to each shard at the most */
    public record Db(
            @DefaultValue("127.0.0.1") String host,
            @DefaultValue("13306") int port,
            @DefaultValue("suite") String user,
            @DefaultValue("") String password,
            @DefaultValue("12") int pool) {}

    public DataProperties {
        if (service == null || !service.matches("[a-z]+")) {
            throw new IllegalArgumentException("abacus.service names the table prefix, lower-case letters: " + service);
        }
        shards = List.copyOf(shards);
    }

    String url(String schema) {
        return "jdbc:mariadb://" + db.host() + ":" + db.port() + "/" + schema
                + "?useServerPrepStmts=false&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&tcpKeepAlive=true";
    }
}
