package dev.abacus.function.dispatcher.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The functions that can be called, in memory and never older than a second: asked on every call.
 */
public interface Catalogue {

    /**
     * Which version a call gets. For a number that one, whatever the lane. For an alias the newest one of the call's lane if
     * there is one, and otherwise the one that the alias says, by weight and sticky by tenant.
     *
     * @param qualifier an alias or a version's number; null for the alias {@code live}
     * @param tenant null for the platform's own calls
     * @param lane the lane's tag; null on the baseline
     */
    Optional<DeployedVersion> resolve(String function, String qualifier, String tenant, String lane);

    /** One version by number, also when no alias points at it: what was begun on it ends on it. */
    Optional<DeployedVersion> version(String function, int number);

    /** The version of each function that {@code live} points at, its first if weighted: triggers and reserves follow these. */
    List<DeployedVersion> live();

    /** Where the version's artifact is on this machine's disk, fetched from the database when it was not there. */
    Path artifact(DeployedVersion version);

    /** Called after anything has changed, on any dispatcher; may be called without a change. */
    void onChange(Runnable listener);
}
