package dev.abacus.kernel.inbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a failed event is tried again.
 *
 * @param attempts how often in all, before it is a dead letter; ten last for two minutes, so that an event which waits
 *     for a neighbour or the transaction coordinator outlasts their restart
 * @param first the pause after the first failure; each later one is twice as long
 * @param longest the longest pause
 */
@ConfigurationProperties("abacus.inbox")
public record RetryPolicy(
        @DefaultValue("10") int attempts,
        @DefaultValue("500ms") Duration first,
        @DefaultValue("30s") Duration longest) {

    /** The pause after {@code failures} failures: exponential, with up to a fifth of jitter so that a crowd spreads out. */
    Duration pause(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, 20);
        long bounded = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(bounded + ThreadLocalRandom.current().nextLong(bounded / 5 + 1));
    }

    boolean exhausted(int failures) {
        return failures >= attempts;
    }
}
