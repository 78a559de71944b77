package dev.abacus.kernel.sharding;

import java.util.Collection;
import java.util.Properties;
import org.apache.shardingsphere.sharding.api.sharding.standard.PreciseShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.RangeShardingValue;
import org.apache.shardingsphere.sharding.api.sharding.standard.StandardShardingAlgorithm;

/** Sends a statement on a split table to the part {@code table_n} of its tenant. */
public final class TenantTable implements StandardShardingAlgorithm<Comparable<?>> {

    static final String PARTS = "parts";

    private int parts;

    @Override
    public void init(Properties properties) {
        parts = Integer.parseInt(properties.getProperty(PARTS));
    }

    /**
     * The part of {@code tenant}. An id's low bits count within a millisecond and its high bits are time, so both are
     * mixed (Fibonacci hashing) before the remainder is taken.
     */
    static int part(long tenant, int parts) {
        return (int) ((tenant * 0x9E3779B97F4A7C15L >>> 33) % parts);
    }

    @Override
    public String doSharding(Collection<String> targets, PreciseShardingValue<Comparable<?>> value) {
        return value.getLogicTableName() + "_" + part(((Number) value.getValue()).longValue(), parts);
    }

    @Override
    public Collection<String> doSharding(Collection<String> targets, RangeShardingValue<Comparable<?>> range) {
        throw new UnsupportedOperationException("a statement is for one tenant, not for a range of tenants");
    }
}
