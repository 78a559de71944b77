package dev.abacus.sql.drive;

import java.time.Duration;

/**
 * A target of a release as it is kept.
 *
 * @param ran statements, over all attempts
 * @param took over all attempts
 */
public record TargetRecord(
        String target, int wave, TargetState state, int attempts, int ran, long rows, Duration took, String message) {}
