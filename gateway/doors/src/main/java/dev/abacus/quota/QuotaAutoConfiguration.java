package dev.abacus.quota;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Gives a door of the suite its buckets. */
@AutoConfiguration
public class QuotaAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Buckets buckets(StringRedisTemplate redis, Clock clock, MeterRegistry meters) {
        return new FailOpenBuckets(new RedisBuckets(redis), new LocalBuckets(clock), clock, meters);
    }
}
