package dev.abacus.tenant.tenancy.application.steps;

import dev.abacus.tenant.tenancy.NewTenant;
import dev.abacus.tenant.tenancy.OnboardingStep;
import java.util.function.Consumer;

/** A step that another service does for us. */
record NeighbourStep(String name, int order, Consumer<NewTenant> call) implements OnboardingStep {

    @Override
    public void run(NewTenant tenant) {
        call.accept(tenant);
    }
}
