package dev.abacus.quota;

import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Buckets that every instance shares, taken from in one round trip. Time is Redis' own, so clocks need not agree. */
public final class RedisBuckets implements Buckets {

    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> TAKE =
            RedisScript.of(new ClassPathResource("token-bucket.lua", RedisBuckets.class), List.class);

    private final StringRedisTemplate redis;

    public RedisBuckets(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** @throws org.springframework.dao.DataAccessException when Redis does not answer */
    @Override
    public Verdict take(String key, Limit limit, int tokens) {
        List<?> answer = redis.execute(
                TAKE,
                List.of("quota:" + key),
                Integer.toString(limit.perSecond()),
                Integer.toString(limit.burst()),
                Integer.toString(Math.min(tokens, limit.burst())));
        return new Verdict(
                limit, number(answer, 0) == 1, (int) number(answer, 1), Duration.ofMillis(number(answer, 2)));
    }

    private static long number(List<?> answer, int index) {
        return (Long) answer.get(index);
    }
}
