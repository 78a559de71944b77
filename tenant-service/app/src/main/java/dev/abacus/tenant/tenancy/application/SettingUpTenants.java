package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.NewTenant;
import dev.abacus.tenant.tenancy.TenantDirectory;
import dev.abacus.tenant.tenancy.domain.Onboarding;
import dev.abacus.tenant.tenancy.domain.Onboardings;
import dev.abacus.tenant.tenancy.domain.StepProgress;
import dev.abacus.tenant.tenancy.domain.Tenant;
import dev.abacus.tenant.tenancy.domain.Tenants;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Runs the steps that are left of a tenant's set-up. What is done is written down after each step, so that whoever comes
 * next, after a crash or a failure, goes on from there; a step that was done but not written down runs again.
 */
@Service
public class SettingUpTenants {

    private static final Logger log = LoggerFactory.getLogger(SettingUpTenants.class);

    private final Tenants tenants;
    private final TenantDirectory directory;
    private final Onboardings onboardings;
    private final OnboardingSteps steps;
    private final OnboardingProperties properties;
    private final Clock clock;
    private final TransactionOperations transactions;

    SettingUpTenants(
            Tenants tenants,
            TenantDirectory directory,
            Onboardings onboardings,
            OnboardingSteps steps,
            OnboardingProperties properties,
            Clock clock,
            TransactionOperations transactions) {
        this.tenants = tenants;
        this.directory = directory;
        this.onboardings = onboardings;
        this.steps = steps;
        this.properties = properties;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Returns when the tenant is open or a step has failed for good; at once when another process is at it. */
    public void run(TenantId tenant) {
        // One name for each run, not for each process: two threads must not both believe that it is theirs.
        var work = new Work(tenant, UUID.randomUUID().toString());
        if (!keeps(work)) {
            return;
        }
        try {
            while (runNext(work)) {
                // until no step is left or one has failed
            }
        } finally {
            onboardings.release(tenant, work.worker());
        }
    }

    private record Work(TenantId tenant, String worker) {}

    private boolean keeps(Work work) {
        return onboardings.take(work.tenant(), work.worker(), properties.lease());
    }

    private boolean runNext(Work work) {
        Onboarding onboarding = onboardings.find(work.tenant()).orElseThrow();
        return keeps(work)
                && onboarding.next().map(step -> run(work, onboarding, step)).orElse(false);
    }

    private boolean run(Work work, Onboarding onboarding, StepProgress waiting) {
        TenantId tenant = work.tenant();
        StepProgress running = waiting;
        for (int attempt = 1; ; attempt++) {
            running = running.begin(clock.instant());
            onboardings.record(tenant, running);
            try {
                run(onboarding, running.step());
                onboardings.record(tenant, running.done(clock.instant()));
                return true;
            } catch (RuntimeException e) {
                log.warn("tenant {}: step {} failed, attempt {}", tenant, running.step(), attempt, e);
                String cause = e.getMessage() == null ? e.toString() : e.getMessage();
                running = running.failed(cause, clock.instant());
                if (!keeps(work)) {
                    // It took so long that another process has taken over.
                    return false;
                }
                if (attempt >= properties.attempts()) {
                    giveUp(tenant, running);
                    return false;
                }
                onboardings.record(tenant, running);
                if (!pause()) {
                    // This process is stopping: the next one goes on.
                    return false;
                }
            }
        }
    }

    private void run(Onboarding onboarding, String step) {
        TenantId tenant = onboarding.tenant();
        var newTenant = new NewTenant(
                directory.profile(tenant).orElseThrow(),
                tenants.find(tenant).flatMap(Tenant::shard),
                onboarding.administrator());
        TenantContext.run(tenant, () -> steps.named(step).run(newTenant));
    }

    private void giveUp(TenantId id, StepProgress failed) {
        transactions.executeWithoutResult(status -> {
            onboardings.record(id, failed);
            Tenant tenant = tenants.find(id).orElseThrow();
            tenant.failProvisioning(failed.step() + ": " + failed.error());
            tenants.update(tenant);
        });
    }

    private boolean pause() {
        try {
            Thread.sleep(properties.pause());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
