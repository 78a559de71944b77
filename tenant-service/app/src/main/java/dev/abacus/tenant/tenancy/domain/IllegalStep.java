package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.TenantStatus;
import java.util.Map;

/** A tenant in this status cannot do that. */
public final class IllegalStep extends DomainException {

    IllegalStep(TenantId tenant, TenantStatus status, String what) {
        super(
                Kind.CONFLICT,
                "tenant-status",
                "Tenant " + tenant + " is " + status + " and cannot " + what + ".",
                Map.of("status", status));
    }
}
