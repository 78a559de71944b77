package dev.abacus.tenant.tenancy.application;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.tenancy.domain.Onboardings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Sets tenants up beside the request that asked for it, and picks up what a process that died has left. */
@Service
public class BackgroundSetUp {

    private static final Logger log = LoggerFactory.getLogger(BackgroundSetUp.class);

    private final SettingUpTenants settingUp;
    private final Onboardings onboardings;
    private final AsyncTaskExecutor executor;
    private final OnboardingProperties properties;

    BackgroundSetUp(
            SettingUpTenants settingUp,
            Onboardings onboardings,
            AsyncTaskExecutor applicationTaskExecutor,
            OnboardingProperties properties) {
        this.settingUp = settingUp;
        this.onboardings = onboardings;
        this.executor = applicationTaskExecutor;
        this.properties = properties;
    }

    /** Begins, and waits for the end only as long as a caller may be kept waiting. */
    public void begin(TenantId tenant) {
        CompletableFuture<Void> work = executor.submitCompletable(() -> settingUp.run(tenant));
        try {
            work.get(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.info("tenant {} is still being set up", tenant);
        } catch (ExecutionException e) {
            log.error("the set-up of tenant {} broke off, it is taken up again", tenant, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs first right after the start: that is when most abandoned work is found. */
    @Scheduled(
            initialDelayString = "${abacus.onboarding.look-after:5s}",
            fixedDelayString = "${abacus.onboarding.look-every:15s}")
    void takeUpAbandoned() {
        onboardings.abandoned().forEach(tenant -> {
            log.info("taking up the set-up of tenant {}", tenant);
            settingUp.run(tenant);
        });
    }
}
