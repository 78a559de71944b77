package dev.abacus.function.dispatcher.registry;

import java.time.Instant;

/**
 * A version, which never changes.
 *
 * @param number 1 for the function's first
 * @param sha256 of the artifact, in hex; two versions may have the same one and other settings
 * @param lane the lane that it belongs to; null for a version of the baseline
 * @param reason why it was deployed, in its author's words
 */
public record DeployedVersion(
        String function,
        int number,
        FunctionDefinition definition,
        String sha256,
        String lane,
        String author,
        String reason,
        Instant deployedAt) {}
