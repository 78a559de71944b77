package dev.abacus.quota;

import java.time.Duration;

/**
 * Whether a request may go on.
 *
 * @param remaining whole tokens left in the bucket
 * @param retryAfter how long until the bucket holds enough for the same request; zero when it was allowed
 */
public record Verdict(Limit limit, boolean allowed, int remaining, Duration retryAfter) {}
