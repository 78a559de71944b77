package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.TenantStatus;
import dev.abacus.tenant.tenancy.AdminLog;
import dev.abacus.tenant.tenancy.domain.Tenant;
import dev.abacus.tenant.tenancy.domain.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a failed set-up go on from the step that failed. */
@Service
public class Reprovisioning {

    private final Tenants tenants;
    private final AdminLog log;

    Reprovisioning(Tenants tenants, AdminLog log) {
        this.tenants = tenants;
        this.log = log;
    }

    /** @return whether there is something left to set up */
    @Transactional
    public boolean retry(TenantId id) {
        Tenant tenant = tenants.find(id).orElseThrow(() -> new NotFound("tenant", id));
        if (tenant.status() == TenantStatus.ACTIVE) {
            return false;
        }
        tenant.retryProvisioning();
        tenants.update(tenant);
        log.record("tenant.reprovision", id, tenant.company().code());
        return true;
    }
}
