package dev.abacus.function.dispatcher.invocation.web;

import dev.abacus.kernel.domain.InvalidValue;
import java.time.Duration;

/**
 * How a function is called.
 *
 * @param async whether the caller does not wait
 * @param delay seconds before the first attempt of an asynchronous call
 * @param orderingKey asynchronous calls with the same one run one after the other, as they came
 */
record CallOptions(Boolean async, Long delay, String orderingKey) {

    private static final long LONGEST_DELAY = Duration.ofDays(7).toSeconds();
    private static final int LONGEST_KEY = 128;

    CallOptions {
        if (delay != null && (delay < 0 || delay > LONGEST_DELAY)) {
            throw new InvalidValue("delay", "a delay is 0 to " + LONGEST_DELAY + " seconds");
        }
        if (orderingKey != null && (orderingKey.isBlank() || orderingKey.length() > LONGEST_KEY)) {
            throw new InvalidValue("orderingKey", "an ordering key has 1 to " + LONGEST_KEY + " characters");
        }
    }

    boolean waits() {
        return !Boolean.TRUE.equals(async);
    }

    Duration pause() {
        return delay == null ? Duration.ZERO : Duration.ofSeconds(delay);
    }
}
