package dev.abacus.lane.trial;

import dev.abacus.kernel.tenancy.TenantId;

/** An event that is committed in the sender's outbox. */
public record Sent(TenantId tenant, Counted event) {

    Key key() {
        return new Key(tenant.value(), event.number());
    }

    /** One event among all. */
    record Key(long tenant, long number) {}
}
