package dev.abacus.quota;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The shared buckets while they answer, and buckets of this process while they do not: an absent Redis refuses nobody
 * what one instance alone would grant. After a failure Redis is left alone for a moment, so that requests do not queue up
 * behind its time-outs.
 */
public final class FailOpenBuckets implements Buckets {

    private static final Logger log = LoggerFactory.getLogger(FailOpenBuckets.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Buckets shared;
    private final Buckets local;
    private final Clock clock;
    private final Counter fallbacks;
    private volatile long askAgainAt;

    public FailOpenBuckets(Buckets shared, Buckets local, Clock clock, MeterRegistry meters) {
        this.shared = shared;
        this.local = local;
        this.clock = clock;
        this.fallbacks = Counter.builder("quota.local.decisions")
                .description("Quota decisions taken by this process alone because Redis did not answer")
                .register(meters);
    }

    @Override
    public Verdict take(String key, Limit limit, int tokens) {
        if (clock.millis() >= askAgainAt) {
            try {
                return shared.take(key, limit, tokens);
            } catch (DataAccessException e) {
                askAgainAt = clock.millis() + PAUSE.toMillis();
                log.warn("quotas are counted in this process for {}: {}", PAUSE, e.getMessage());
            }
        }
        fallbacks.increment();
        return local.take(key, limit, tokens);
    }
}
