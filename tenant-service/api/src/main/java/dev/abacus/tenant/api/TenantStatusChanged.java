package dev.abacus.tenant.api;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import dev.abacus.kernel.tenancy.TenantId;

/** A tenant was suspended, resumed or closed. */
@EventType("tenant.status-changed.v1")
public record TenantStatusChanged(TenantId tenant, TenantStatus status) implements DomainEvent {

    @Override
    public String aggregate() {
        return "tenant-" + tenant;
    }
}
