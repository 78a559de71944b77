package dev.abacus.kernel.retention;

import dev.abacus.kernel.sharding.DataAutoConfiguration;
import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.ShardWorker;
import dev.abacus.kernel.sharding.ShardWorkers;
import dev.abacus.kernel.sharding.Shards;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Sweeps each shard in one process at a time. */
@AutoConfiguration(after = DataAutoConfiguration.class)
@EnableConfigurationProperties(RetentionPolicy.class)
public class RetentionAutoConfiguration {

    private static final Duration REST = Duration.ofMinutes(10);

    @Bean
    ShardWorkers sweeps(DataProperties data, Shards shards, RetentionPolicy policy, Clock clock) {
        List<ShardWorker> workers = shards.names().stream()
                .map(name -> {
                    var sweep = new Sweep(data.service(), shards.get(name), policy, clock);
                    return new ShardWorker(data.service() + "-sweep-" + name, shards.get(name), REST, sweep::round);
                })
                .toList();
        return new ShardWorkers(ShardWorkers.AFTER_THE_LAST_REQUEST, workers);
    }
}
