package dev.abacus.kernel.sharding;

import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The physical data sources. They know nothing of tenants, so nobody but the kernel uses them: migrations, the relay, the
 * retries and the directory. An architecture rule keeps everybody else on the logical, guarded data source.
 */
public final class Shards implements AutoCloseable {

    private final Map<String, HikariDataSource> byName = new LinkedHashMap<>();

    public Shards(DataProperties properties) {
        for (String schema : properties.shards()) {
            byName.put(schema, pool(properties, schema));
        }
    }

    private static HikariDataSource pool(DataProperties properties, String schema) {
        var pool = new HikariDataSource();
        pool.setPoolName(schema);
        pool.setJdbcUrl(properties.url(schema));
        pool.setUsername(properties.db().user());
        pool.setPassword(properties.db().password());
        pool.setMaximumPoolSize(properties.db().pool());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
        // Under repeatable read, TCC's second phase meets gap locks of its neighbours and deadlocks.
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // A database that is restarting must not kill a service that starts beside it.
        pool.setInitializationFailTimeout(30_000);
        return pool;
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public DataSource get(String name) {
        DataSource shard = byName.get(name);
        if (shard == null) {
            throw new IllegalArgumentException("no shard " + name + ", there are " + names());
        }
        return shard;
    }

    /** The shard that keeps the directory and what belongs to no tenant. */
    public DataSource home() {
        return byName.values().iterator().next();
    }

    public Map<String, DataSource> all() {
        return Map.copyOf(byName);
    }

    @Override
    public void close() {
        byName.values().forEach(HikariDataSource::close);
    }
}
