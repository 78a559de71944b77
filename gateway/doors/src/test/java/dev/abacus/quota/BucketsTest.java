package dev.abacus.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.RedisConnectionFailureException;

class BucketsTest {

    private static final Limit TEN = new Limit("tenant", 10, 20);

    private final Watch watch = new Watch();
    private final LocalBuckets local = new LocalBuckets(watch);

    @Test
    void a_full_bucket_gives_its_burst_and_then_what_comes_back() {
        for (int i = 0; i < 20; i++) {
            assertThat(local.take("a", TEN, 1).allowed()).isTrue();
        }
        Verdict refused = local.take("a", TEN, 1);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(100));

        watch.pass(refused.retryAfter());
        assertThat(local.take("a", TEN, 1).allowed()).isTrue();
        assertThat(local.take("a", TEN, 1).allowed()).isFalse();
    }

    @Test
    void a_bucket_never_holds_more_than_its_burst() {
        local.take("a", TEN, 20);
        watch.pass(Duration.ofHours(1));

        assertThat(local.take("a", TEN, 1).remaining()).isEqualTo(19);
    }

    @Test
    void one_bucket_is_nothing_to_another() {
        local.take("a", TEN, 20);

        assertThat(local.take("a", TEN, 1).allowed()).isFalse();
        assertThat(local.take("b", TEN, 1).allowed()).isTrue();
    }

    /** Otherwise a request that costs more than the burst could never be answered, however long its sender waits. */
    @Test
    void what_costs_more_than_a_full_bucket_takes_all_of_it() {
        assertThat(local.take("a", TEN, 1_000).allowed()).isTrue();
        Verdict refused = local.take("a", TEN, 1_000);

        watch.pass(refused.retryAfter());
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(local.take("a", TEN, 1_000).allowed()).isTrue();
    }

    @Test
    void a_clock_that_is_set_back_gives_nothing_and_takes_nothing() {
        local.take("a", TEN, 20);
        watch.pass(Duration.ofMinutes(-5));

        assertThat(local.take("a", TEN, 1).allowed()).isFalse();
    }

    @Test
    void while_redis_is_away_this_process_counts_and_asks_it_again_after_a_pause() {
        AtomicInteger asked = new AtomicInteger();
        Buckets away = (key, limit, tokens) -> {
            asked.incrementAndGet();
            throw new RedisConnectionFailureException("away");
        };
        var meters = new SimpleMeterRegistry();
        var buckets = new FailOpenBuckets(away, local, watch, meters);

        assertThat(buckets.take("a", TEN, 20).allowed()).isTrue();
        assertThat(buckets.take("a", TEN, 1).allowed())
                .as("the local limit holds")
                .isFalse();
        assertThat(asked).as("not asked at each request").hasValue(1);

        watch.pass(Duration.ofSeconds(2));
        buckets.take("a", TEN, 1);
        assertThat(asked).hasValue(2);
        assertThat(meters.get("quota.local.decisions").counter().count()).isEqualTo(3);
    }

    @Test
    void a_fault_of_ours_is_no_reason_to_let_anybody_in() {
        Buckets broken = (key, limit, tokens) -> {
            throw new ClassCastException("the script answered something else");
        };
        var buckets = new FailOpenBuckets(broken, local, watch, new SimpleMeterRegistry());

        assertThatThrownBy(() -> buckets.take("a", TEN, 1)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void a_limit_that_lets_nobody_in_is_a_mistake() {
        assertThatThrownBy(() -> new Limit("tenant", 0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limit("tenant", 10, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Shows the time that it is set to. */
    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-11-20T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
