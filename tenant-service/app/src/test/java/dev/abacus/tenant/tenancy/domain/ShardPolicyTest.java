package dev.abacus.tenant.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShardPolicyTest {

    @Test
    void the_emptier_shard_is_chosen() {
        var policy = new ShardPolicy(List.of(new Shard("a", 1), new Shard("b", 1)));

        assertThat(policy.choose(Map.of("a", 3, "b", 2))).isEqualTo("b");
    }

    @Test
    void a_shard_that_nobody_is_on_counts_as_empty() {
        var policy = new ShardPolicy(List.of(new Shard("a", 1), new Shard("new", 1)));

        assertThat(policy.choose(Map.of("a", 1))).isEqualTo("new");
    }

    @Test
    void tenants_spread_by_weight() {
        var policy = new ShardPolicy(List.of(new Shard("small", 1), new Shard("large", 3)));
        var load = new HashMap<String, Integer>();

        for (int i = 0; i < 40; i++) {
            load.merge(policy.choose(load), 1, Integer::sum);
        }

        assertThat(load).containsEntry("small", 10).containsEntry("large", 30);
    }

    @Test
    void a_shard_without_weight_takes_nobody() {
        var policy = new ShardPolicy(List.of(new Shard("full", 0), new Shard("b", 1)));

        assertThat(policy.choose(Map.of("b", 1000))).isEqualTo("b");
    }

    @Test
    void without_an_open_shard_nobody_can_come() {
        var policy = new ShardPolicy(List.of(new Shard("full", 0)));

        assertThatIllegalStateException().isThrownBy(() -> policy.choose(Map.of()));
    }
}
