package dev.abacus.tenant.tenancy.persistence;

import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.domain.Onboarding;
import dev.abacus.tenant.tenancy.domain.Onboardings;
import dev.abacus.tenant.tenancy.domain.StepProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Set-ups in {@code tenant_onboarding} and {@code tenant_onboarding_step}. */
@Repository
class MyBatisOnboardings implements Onboardings {

    private final OnboardingMapper mapper;
    private final Clock clock;

    MyBatisOnboardings(OnboardingMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public void add(Onboarding onboarding) {
        mapper.insert(OnboardingRow.of(onboarding));
        List<StepProgress> steps = onboarding.steps();
        for (int position = 0; position < steps.size(); position++) {
            mapper.addStep(StepRow.of(onboarding.tenant(), position, steps.get(position)));
        }
    }

    @Override
    public Optional<Onboarding> find(TenantId tenant) {
        return Optional.ofNullable(mapper.selectById(tenant.value()))
                .map(row -> new Onboarding(
                        tenant,
                        row.administrator(),
                        mapper.steps(tenant.value()).stream()
                                .map(StepRow::toProgress)
                                .toList()));
    }

    @Override
    public void record(TenantId tenant, StepProgress progress) {
        mapper.record(StepRow.of(tenant, 0, progress));
    }

    @Override
    public void forgetPassword(TenantId tenant) {
        mapper.forgetPassword(tenant.value());
    }

    @Override
    public List<TenantId> abandoned() {
        return mapper.abandoned(now()).stream().map(TenantId::new).toList();
    }

    @Override
    public boolean take(TenantId tenant, String worker, Duration time) {
        LocalDateTime now = now();
        return mapper.take(tenant.value(), worker, now, now.plus(time)) == 1;
    }

    @Override
    public void release(TenantId tenant, String worker) {
        mapper.release(tenant.value(), worker);
    }

    private LocalDateTime now() {
        return ColumnTime.now(clock);
    }
}
