package dev.abacus.kernel.retention;

import dev.abacus.kernel.sharding.DataAutoConfiguration;
import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.Shards;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Sweeps each shard in one process at a time. */
@AutoConfiguration(after = DataAutoConfiguration.class)
@EnableConfigurationProperties(RetentionPolicy.class)
public class RetentionAutoConfiguration {

    @Bean
    Sweeps sweeps(DataProperties data, Shards shards, RetentionPolicy policy, Clock clock) {
        return new Sweeps(data.service(), shards, policy, clock);
    }
}
