package dev.abacus.tenant.tenancy.application;

import dev.abacus.tenant.tenancy.OnboardingStep;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All the steps of a set-up, from whichever module they come. */
@Component
public class OnboardingSteps {

    private final List<OnboardingStep> inOrder;
    private final Map<String, OnboardingStep> byName;

    OnboardingSteps(List<OnboardingStep> steps) {
        inOrder = steps.stream()
                .sorted(Comparator.comparingInt(OnboardingStep::order).thenComparing(OnboardingStep::name))
                .toList();
        byName = inOrder.stream().collect(Collectors.toMap(OnboardingStep::name, Function.identity()));
    }

    List<String> names() {
        return inOrder.stream().map(OnboardingStep::name).toList();
    }

    /** @throws IllegalStateException when a tenant was registered with a step that this version no longer has */
    OnboardingStep named(String name) {
        OnboardingStep step = byName.get(name);
        if (step == null) {
            throw new IllegalStateException("there is no step '" + name + "'");
        }
        return step;
    }
}
