package dev.abacus.tenant.tenancy;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.Quotas;
import dev.abacus.tenant.api.TenantStatus;

/**
 * What the other modules may know of a tenant.
 *
 * @param accessVersion rises with each change of what the tenant's users may do
 * @param language of its system data: {@code en} or {@code zh}
 */
public record TenantProfile(
        TenantId id,
        String code,
        String name,
        TenantStatus status,
        Quotas quotas,
        long accessVersion,
        String currency,
        String language,
        String timeZone) {}
