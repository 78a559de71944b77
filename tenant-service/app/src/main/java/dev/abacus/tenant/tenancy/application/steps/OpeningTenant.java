package dev.abacus.tenant.tenancy.application.steps;

import dev.abacus.kernel.outbox.Events;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.TenantOnboarded;
import dev.abacus.tenant.api.TenantStatus;
import dev.abacus.tenant.tenancy.AccessVersions;
import dev.abacus.tenant.tenancy.NewTenant;
import dev.abacus.tenant.tenancy.OnboardingStep;
import dev.abacus.tenant.tenancy.domain.Onboardings;
import dev.abacus.tenant.tenancy.domain.Tenant;
import dev.abacus.tenant.tenancy.domain.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything is there: lets the tenant's people in and tells the suite. */
@Component
class OpeningTenant implements OnboardingStep {

    private final Tenants tenants;
    private final Onboardings onboardings;
    private final AccessVersions access;
    private final Events events;

    OpeningTenant(Tenants tenants, Onboardings onboardings, AccessVersions access, Events events) {
        this.tenants = tenants;
        this.onboardings = onboardings;
        this.access = access;
        this.events = events;
    }

    @Override
    public String name() {
        return "opening";
    }

    @Override
    public int order() {
        return Order.OPENING;
    }

    @Override
    @Transactional
    public void run(NewTenant newTenant) {
        TenantId id = newTenant.profile().id();
        access.raise(id);
        Tenant tenant = tenants.find(id).orElseThrow();
        if (tenant.status() == TenantStatus.ACTIVE) {
            return;
        }
        tenant.open();
        tenants.update(tenant);
        onboardings.forgetPassword(id);
        events.publish(new TenantOnboarded(
                id, tenant.company().code(), tenant.company().name(), newTenant.placement()));
    }
}
