package dev.abacus.tenant.api;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import dev.abacus.kernel.tenancy.TenantId;

/**
 * What a tenant's users may do has changed: what was computed at a lower version is out of date.
 *
 * @param version rises with each change of the tenant's status, quotas, users or roles
 */
@EventType("tenant.access-changed.v1")
public record AccessChanged(TenantId tenant, long version) implements DomainEvent {

    @Override
    public String aggregate() {
        return "access-" + tenant;
    }
}
