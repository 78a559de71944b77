package dev.abacus.tenant.tenancy.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.tenant.api.OnboardingStepView;
import dev.abacus.tenant.api.TenantView;
import dev.abacus.tenant.tenancy.domain.Onboarding;
import dev.abacus.tenant.tenancy.domain.Onboardings;
import dev.abacus.tenant.tenancy.domain.StepProgress;
import dev.abacus.tenant.tenancy.domain.Tenant;
import dev.abacus.tenant.tenancy.domain.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tenants as the API shows them. */
@Component
class TenantViews {

    private final Tenants tenants;
    private final Onboardings onboardings;

    TenantViews(Tenants tenants, Onboardings onboardings) {
        this.tenants = tenants;
        this.onboardings = onboardings;
    }

    TenantView get(TenantId id) {
        Tenant tenant = tenants.find(id).orElseThrow(() -> new NotFound("tenant", id));
        List<StepProgress> steps = onboardings.find(id).map(Onboarding::steps).orElse(List.of());
        return view(tenant, steps);
    }

    Slice<TenantView> list(Tenants.Filter filter, PageRequest page) {
        List<Tenant> read = tenants.list(filter, page.afterId().orElse(0), page.limitAndOne());
        return Slice.of(read, page, Tenant::id).map(tenant -> view(tenant, List.of()));
    }

    private static TenantView view(Tenant tenant, List<StepProgress> steps) {
        return new TenantView(
                tenant.id(),
                tenant.company().code(),
                tenant.company().name(),
                tenant.status(),
                tenant.reason(),
                tenant.shard().orElse(null),
                tenant.plan(),
                tenant.company().currency().getCurrencyCode(),
                tenant.company().language(),
                tenant.company().timeZone().getId(),
                tenant.createdAt(),
                tenant.version(),
                steps.stream().map(TenantViews::view).toList());
    }

    private static OnboardingStepView view(StepProgress step) {
        return new OnboardingStepView(
                step.step(), step.state(), step.attempts(), step.startedAt(), step.finishedAt(), step.error());
    }
}
