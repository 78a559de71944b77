package dev.abacus.tenant.tenancy.persistence;

import dev.abacus.kernel.persistence.ColumnTime;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.OnboardingStepView.State;
import dev.abacus.tenant.tenancy.domain.StepProgress;
import java.time.LocalDateTime;

/** A row of {@code tenant_onboarding_step}. */
class StepRow {

    long tenant;
    int position;
    String step;
    State state;
    int attempts;
    LocalDateTime startedAt;
    LocalDateTime finishedAt;
    String error;

    static StepRow of(TenantId tenant, int position, StepProgress progress) {
        var row = new StepRow();
        row.tenant = tenant.value();
        row.position = position;
        row.step = progress.step();
        row.state = progress.state();
        row.attempts = progress.attempts();
        row.startedAt = ColumnTime.of(progress.startedAt());
        row.finishedAt = ColumnTime.of(progress.finishedAt());
        row.error = progress.error();
        return row;
    }

    StepProgress toProgress() {
        return new StepProgress(
                step, state, attempts, ColumnTime.instant(startedAt), ColumnTime.instant(finishedAt), error);
    }
}
