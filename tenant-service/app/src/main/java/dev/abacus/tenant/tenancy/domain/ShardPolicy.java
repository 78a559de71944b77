package dev.abacus.tenant.tenancy.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Puts a new tenant where, afterwards, the load is lowest: tenants per unit of weight; the first named wins a tie. */
public record ShardPolicy(List<Shard> shards) {

    public ShardPolicy {
        shards = List.copyOf(shards);
    }

    /** @throws IllegalStateException when no shard takes tenants */
    public String choose(Map<String, Integer> tenantsPerShard) {
        return shards.stream()
                .filter(Shard::isOpen)
                .min(Comparator.comparingDouble(
                        shard -> shard.loadWith(tenantsPerShard.getOrDefault(shard.name(), 0) + 1)))
                .map(Shard::name)
                .orElseThrow(() -> new IllegalStateException("no shard takes new tenants"));
    }
}
