package dev.abacus.quota;

import dev.abacus.kernel.security.Access;
import dev.abacus.kernel.tenancy.TenantId;

/**
 * A sustained rate and how far it may be overrun for a moment.
 *
 * @param name of the limit as callers see it: {@code tenant}, {@code address}
 * @param perSecond tokens that come back each second
 * @param burst tokens in a full bucket, at least {@code perSecond}
 */
public record Limit(String name, int perSecond, int burst) {

    public Limit {
        if (perSecond < 1 || burst < perSecond) {
            throw new IllegalArgumentException(name + ": " + perSecond + "/s with a burst of " + burst);
        }
    }

    /** What a plan grants a tenant. Two seconds' worth may come at once: a page that loads its parts is not an attack. */
    public static Limit ofTenant(Access access) {
        int perSecond = Math.max(1, access.requestsPerSecond());
        return new Limit("tenant", perSecond, Math.multiplyExact(2, perSecond));
    }

    /** The bucket that all of a tenant's requests share, whichever door they come through. */
    public static String keyOf(TenantId tenant) {
        return "tenant:" + tenant;
    }
}
