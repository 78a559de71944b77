package dev.abacus.tenant.api;

import dev.abacus.kernel.event.DomainEvent;
import dev.abacus.kernel.event.EventType;
import dev.abacus.kernel.tenancy.TenantId;

/** A company is set up and at work from now on. */
@EventType("tenant.onboarded.v1")
public record TenantOnboarded(TenantId tenant, String code, String name, String shard) implements DomainEvent {

    @Override
    public String aggregate() {
        return "tenant-" + tenant;
    }
}
