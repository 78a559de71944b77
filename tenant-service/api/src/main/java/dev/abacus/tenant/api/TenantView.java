package dev.abacus.tenant.api;

import dev.abacus.kernel.tenancy.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * A tenant as the platform's operators see it.
 *
 * @param reason why it is suspended or closed, or what failed
 * @param shard where its rows are; {@code null} until chosen
 * @param plan with the quotas in force
 * @param onboarding the steps of its set-up, in order; empty in lists
 */
public record TenantView(
        TenantId id,
        String code,
        String name,
        TenantStatus status,
        String reason,
        String shard,
        ChosenPlan plan,
        String currency,
        String language,
        String timeZone,
        Instant createdAt,
        int version,
        List<OnboardingStepView> onboarding) {

    public TenantView {
        onboarding = List.copyOf(onboarding);
    }
}
