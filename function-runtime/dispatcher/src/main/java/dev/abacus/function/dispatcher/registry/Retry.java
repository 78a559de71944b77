package dev.abacus.function.dispatcher.registry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a failed attempt is made again.
 *
 * @param times further attempts after the first; 0 for none
 * @param backoff before the second attempt; doubled for each after it
 * @param longest of all waits
 */
public record Retry(int times, Duration backoff, Duration longest) {

    public static final Retry DEFAULT = new Retry(3, Duration.ofSeconds(1), Duration.ofMinutes(5));

    public Retry {
        if (times < 0 || times > 100) {
            throw new IllegalArgumentException("retry: times " + times + " must be between 0 and 100");
        }
        if (!backoff.isPositive() || longest.compareTo(backoff) < 0) {
            throw new IllegalArgumentException(
                    "retry: backoff " + backoff + " must be positive and no more than longest, " + longest);
        }
    }

    /**
     * How long to wait after an attempt that failed: exponential, with "equal jitter" (half of it fixed, half drawn), so that
     * what failed together does not come back together. AWS Architecture Blog, "Exponential Backoff And Jitter", 2015.
     *
     * @param attempt the one that failed, from 1
     */
    public Duration pause(int attempt, RandomGenerator chance) {
        // 2^20 back-offs are beyond any longest wait that makes sense; the shift stays defined.
        long grown = backoff.toMillis() << Math.min(attempt - 1, 20);
        long full = Math.min(grown, longest.toMillis());
        return Duration.ofMillis(full / 2 + chance.nextLong(full / 2 + 1));
    }
}
