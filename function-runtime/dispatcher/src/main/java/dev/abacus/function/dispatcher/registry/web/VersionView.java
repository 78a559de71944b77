package dev.abacus.function.dispatcher.registry.web;

import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.application.Functions.Kept;
import java.time.Instant;

/**
 * A version.
 *
 * @param sha256 of its artifact
 * @param lane none for the baseline
 * @param definition the text of function.yaml; in a list left out
 * @param hasSource whether its source was handed in; in a list left out
 */
record VersionView(
        String function,
        int version,
        String handler,
        String sha256,
        String lane,
        String author,
        String reason,
        Instant deployedAt,
        String definition,
        Boolean hasSource) {

    static VersionView of(DeployedVersion version) {
        return view(version, null, null);
    }

    static VersionView of(Kept kept) {
        return view(kept.version(), kept.definition(), kept.source() != null);
    }

    private static VersionView view(DeployedVersion version, String definition, Boolean hasSource) {
        return new VersionView(
                version.function(),
                version.number(),
                version.definition().handler(),
                version.sha256(),
                version.lane(),
                version.author(),
                version.reason(),
                version.deployedAt(),
                definition,
                hasSource);
    }
}
