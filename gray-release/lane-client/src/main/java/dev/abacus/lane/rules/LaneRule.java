package dev.abacus.lane.rules;

import dev.abacus.lane.LaneTag;
import java.util.Set;

/**
 * One lane as gateways, services and consumers need to know it.
 *
 * @param strict whether a call to a service of the lane that has no instance on it fails, instead of being served by the
 *     baseline
 * @param services the services that the lane changes; every other service is the baseline's also for its tenants
 * @param tenants who is on it by name
 * @param denied who is never on it, whatever the percentage says
 * @param basisPoints how many of 10,000 tenants are on it besides those named
 * @param window when it takes tenants
 * @param frontEnd the build of the web pages that its tenants get; null for the baseline's
 */
public record LaneRule(
        LaneTag tag,
        LaneKind kind,
        LaneState state,
        boolean strict,
        Set<String> services,
        TenantIds tenants,
        TenantIds denied,
        int basisPoints,
        Window window,
        String frontEnd) {

    /** All tenants. */
    public static final int EVERYBODY = 10_000;

    public LaneRule {
        services = services == null ? Set.of() : Set.copyOf(services);
        tenants = tenants == null ? TenantIds.none() : tenants;
        denied = denied == null ? TenantIds.none() : denied;
        window = window == null ? Window.ALWAYS : window;
        if (basisPoints < 0 || basisPoints > EVERYBODY) {
            throw new IllegalArgumentException("a percentage is between 0 and 100 %, not " + basisPoints / 100.0);
        }
        if (kind == LaneKind.PROJECT && basisPoints > 0) {
            throw new IllegalArgumentException("a project's lane takes the tenants that it names, no percentage");
        }
    }

    /** Whether tenants may be put on it: what the tag of a message is checked against before it is sent. */
    public boolean routable() {
        return state == LaneState.ROUTABLE;
    }

    public boolean has(String service) {
        return services.contains(service);
    }
}
