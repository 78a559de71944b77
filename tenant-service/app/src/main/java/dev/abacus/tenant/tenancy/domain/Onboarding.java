package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.FirstAdministrator;
import java.util.List;
import java.util.Optional;

/** How far the set-up of one tenant is. Steps run in order, each until it is done. */
public record Onboarding(TenantId tenant, FirstAdministrator administrator, List<StepProgress> steps) {

    public Onboarding {
        steps = List.copyOf(steps);
    }

    public static Onboarding of(TenantId tenant, FirstAdministrator administrator, List<String> steps) {
        return new Onboarding(
                tenant, administrator, steps.stream().map(StepProgress::waiting).toList());
    }

    /** The first step that is not done. */
    public Optional<StepProgress> next() {
        return steps.stream().filter(step -> !step.isDone()).findFirst();
    }
}
