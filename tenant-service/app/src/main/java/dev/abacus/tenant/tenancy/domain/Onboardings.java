package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The records of set-ups. */
public interface Onboardings {

    void add(Onboarding onboarding);

    Optional<Onboarding> find(TenantId tenant);

    void record(TenantId tenant, StepProgress progress);

    /** Forgets the first administrator's password hash: the user exists and has it. */
    void forgetPassword(TenantId tenant);

    /** Tenants that are still being set up while nobody works on it: their process died. */
    List<TenantId> abandoned();

    /**
     * Takes the set-up of one tenant for {@code time}, so that no two processes run it at once.
     *
     * @param worker names who takes it; the same worker may take it again
     * @return whether it was free
     */
    boolean take(TenantId tenant, String worker, Duration time);

    void release(TenantId tenant, String worker);
}
