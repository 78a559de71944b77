package dev.abacus.tenant.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ShardPolicyProperties {

    /** Highest averages (D'Hondt) keep the lower quota; the upper one they may pass, in favour of the heavy. */
    @Property(tries = 200)
    void every_shard_gets_its_whole_share(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9) Integer> weights,
            @ForAll @IntRange(max = 120) int tenants) {
        List<Shard> shards = shards(weights);
        var policy = new ShardPolicy(shards);
        Map<String, Integer> load = new HashMap<>();

        for (int i = 0; i < tenants; i++) {
            load.merge(policy.choose(load), 1, Integer::sum);
        }

        int total = weights.stream().mapToInt(Integer::intValue).sum();
        for (Shard shard : shards) {
            int share = tenants * shard.weight() / total;
            assertThat(load.getOrDefault(shard.name(), 0)).isGreaterThanOrEqualTo(share);
        }
    }

    @Property(tries = 200)
    void the_chosen_one_is_never_fuller_than_another_would_be(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 9) Integer> weights,
            @ForAll @Size(6) List<@IntRange(max = 50) Integer> loads) {
        List<Shard> shards = shards(weights);
        Map<String, Integer> load = new HashMap<>();
        for (int i = 0; i < shards.size(); i++) {
            load.put(shards.get(i).name(), loads.get(i));
        }
        if (weights.stream().allMatch(weight -> weight == 0)) {
            return;
        }

        String chosen = new ShardPolicy(shards).choose(load);

        double its = filled(shards, load, chosen);
        for (Shard other : shards) {
            if (other.weight() > 0) {
                assertThat(its).isLessThanOrEqualTo(filled(shards, load, other.name()));
            }
        }
    }

    private static double filled(List<Shard> shards, Map<String, Integer> load, String name) {
        Shard shard = shards.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return (load.get(name) + 1.0) / shard.weight();
    }

    private static List<Shard> shards(List<Integer> weights) {
        var shards = new ArrayList<Shard>();
        for (int i = 0; i < weights.size(); i++) {
            shards.add(new Shard("s" + i, weights.get(i)));
        }
        return shards;
    }
}
