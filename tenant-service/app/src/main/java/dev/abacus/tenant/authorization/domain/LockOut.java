package dev.abacus.tenant.authorization.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long nobody can sign in as a user after wrong passwords in a row: the first few are free, then each doubles the
 * wait. It ends by itself, so an attacker can slow a user down but not shut him out for good.
 *
 * @param free wrong passwords that cost nothing
 * @param first wait after the one that follows
 * @param longest wait there is
 */
public record LockOut(int free, Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    public static final LockOut STANDARD = new LockOut(4, Duration.ofSeconds(15), Duration.ofMinutes(15));

    /** When signing in is possible again after {@code failures} wrong passwords in a row, the last one at {@code now}. */
    public Optional<Instant> after(int failures, Instant now) {
        if (failures <= free) {
            return Optional.empty();
        }
        int doublings = Math.min(failures - free - 1, MAX_DOUBLINGS);
        Duration wait = first.multipliedBy(1L << doublings);
        return Optional.of(now.plus(wait.compareTo(longest) < 0 ? wait : longest));
    }
}
