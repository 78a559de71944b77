package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.tenant.api.ChosenPlan;
import dev.abacus.tenant.api.TenantStatusChanged;
import dev.abacus.tenant.tenancy.AccessVersions;
import dev.abacus.tenant.tenancy.AdminLog;
import dev.abacus.tenant.tenancy.domain.Plans;
import dev.abacus.tenant.tenancy.domain.Tenant;
import dev.abacus.tenant.tenancy.domain.Tenants;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What operators decide about a tenant. Each decision bites at the tenant's next request. */
@Service
@Transactional
public class GoverningTenants {

    private final Tenants tenants;
    private final Plans plans;
    private final AccessVersions access;
    private final Events events;
    private final AdminLog log;

    GoverningTenants(Tenants tenants, Plans plans, AccessVersions access, Events events, AdminLog log) {
        this.tenants = tenants;
        this.plans = plans;
        this.access = access;
        this.events = events;
        this.log = log;
    }

    public void suspend(TenantId id, EntityVersion seen, String reason) {
        changeStatus(id, seen, "tenant.suspend", reason, tenant -> tenant.suspend(reason));
    }

    public void resume(TenantId id, EntityVersion seen) {
        changeStatus(id, seen, "tenant.resume", "", Tenant::resume);
    }

    public void close(TenantId id, EntityVersion seen, String reason) {
        changeStatus(id, seen, "tenant.close", reason, tenant -> tenant.close(reason));
    }

    public void changePlan(TenantId id, EntityVersion seen, ChosenPlan wish) {
        ChosenPlan agreed = plans.agree(wish);
        change(id, seen, tenant -> tenant.changePlan(agreed));
        log.record("tenant.change-plan", id, agreed.toString());
    }

    private void changeStatus(
            TenantId id, EntityVersion seen, String action, String detail, Consumer<Tenant> decision) {
        Tenant tenant = change(id, seen, decision);
        TenantContext.run(id, () -> events.publish(new TenantStatusChanged(id, tenant.status())));
        log.record(action, id, detail);
    }

    private Tenant change(TenantId id, EntityVersion seen, Consumer<Tenant> decision) {
        Tenant tenant = tenants.find(id).orElseThrow(() -> new NotFound("tenant", id));
        seen.mustBe(tenant.version());
        decision.accept(tenant);
        access.raise(id);
        tenants.update(tenant);
        return tenant;
    }
}
