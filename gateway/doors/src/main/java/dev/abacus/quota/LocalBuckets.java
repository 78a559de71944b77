package dev.abacus.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Buckets of this process alone. At most so many are remembered; the one unused for longest is forgotten, which means full. */
public final class LocalBuckets implements Buckets {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param tokens in the bucket at {@code millis} */
    private record Level(double tokens, long millis) {}

    public LocalBuckets(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Verdict take(String key, Limit limit, int tokens) {
        double cost = Math.min(tokens, limit.burst());
        long now = clock.millis();
        synchronized (levels) {
            Level last = levels.getOrDefault(key, new Level(limit.burst(), now));
            long passed = Math.max(0, now - last.millis());
            double level = Math.min(limit.burst(), last.tokens() + passed / 1000.0 * limit.perSecond());
            boolean allowed = level >= cost;
            double left = allowed ? level - cost : level;
            levels.put(key, new Level(left, now));
            long wait = allowed ? 0 : (long) Math.ceil((cost - level) * 1000 / limit.perSecond());
            return new Verdict(limit, allowed, (int) left, Duration.ofMillis(wait));
        }
    }
}
