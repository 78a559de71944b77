package dev.abacus.tenant.api;

import dev.abacus.kernel.tenancy.TenantId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What each service with tenant data offers to onboarding, with the scope {@link Scopes#PROVISION}. Both calls are
 * idempotent: a step that was done, but whose answer was lost, is done again.
 */
@HttpExchange("/internal/tenants/{id}")
public interface ProvisioningApi {

    @PostExchange("/placement")
    void place(@PathVariable TenantId id, @RequestBody Placement placement);

    /** Creates the tenant's system data: units and a default warehouse, a default price list. */
    @PostExchange("/provision")
    void provision(@PathVariable TenantId id, @RequestBody Provision provision);
}
