package dev.abacus.kernel.sharding;

import dev.abacus.kernel.tenancy.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.shardingsphere.sharding.api.sharding.standard.PreciseShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.RangeShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.StandardShardingAlgorithm;

/** Sends a statement to the shard that the tenant in the statement lives in. */
public final class TenantShard implements StandardShardingAlgorithm<Comparable<?>> {

    static final String DIRECTORY = "directory";

    /** ShardingSphere makes its algorithms by class name; this is how they find the placements of their data source. */
    private static final Map<String, TenantPlacements> DIRECTORIES = new ConcurrentHashMap<>();

    private TenantPlacements placements;

    static void register(String key, TenantPlacements placements) {
        DIRECTORIES.put(key, placements);
    }

    @Override
    public void init(Properties properties) {
        placements = DIRECTORIES.get(properties.getProperty(DIRECTORY));
    }

    @Override
    public String doSharding(Collection<String> targets, PreciseShardingValue<Comparable<?>> value) {
        return placements.shardOf(new TenantId(((Number) value.getValue()).longValue()));
    }

    @Override
    public Collection<String> doSharding(Collection<String> targets, RangeShardingValue<Comparable<?>> range) {
        throw new UnsupportedOperationException("a statement is for one tenant, not for a range of tenants");
    }
}
