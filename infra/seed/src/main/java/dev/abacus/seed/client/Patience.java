package dev.abacus.seed.client;

import java.time.Duration;
import java.util.Optional;

/** What to do when one is told to come back later (429): come back. */
final class Patience {

    static final int TIMES = 20;

    private Patience() {}

    /** @param retryAfter the header of that name, in seconds */
    static void pause(Optional<String> retryAfter) {
        try {
            Thread.sleep(Duration.ofSeconds(retryAfter.map(Long::parseLong).orElse(1L)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to be let in", e);
        }
    }
}
