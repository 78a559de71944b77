package dev.abacus.tenant.tenancy.domain;

import static dev.abacus.tenant.api.TenantStatus.ACTIVE;
import static dev.abacus.tenant.api.TenantStatus.CLOSED;
import static dev.abacus.tenant.api.TenantStatus.PROVISIONING;
import static dev.abacus.tenant.api.TenantStatus.PROVISIONING_FAILED;
import static dev.abacus.tenant.api.TenantStatus.SUSPENDED;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.tenant.api.ChosenPlan;
import dev.abacus.tenant.api.TenantStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A company that uses the suite. It guards the order of its own life; nothing ever brings a closed one back. */
public final class Tenant {

    private final TenantId id;
    private final Company company;
    private final Instant createdAt;
    private final int version;
    private TenantStatus status;
    private String reason;
    private String shard;
    private ChosenPlan plan;

    /** As it is in the books. */
    public Tenant(
            TenantId id,
            Company company,
            TenantStatus status,
            String reason,
            String shard,
            ChosenPlan plan,
            Instant createdAt,
            int version) {
        this.id = id;
        this.company = company;
        this.status = status;
        this.reason = reason;
        this.shard = shard;
        this.plan = plan;
        this.createdAt = createdAt;
        this.version = version;
    }

    /** A new one, of which nothing is set up yet. */
    public static Tenant register(TenantId id, Company company, ChosenPlan plan, Instant now) {
        return new Tenant(id, company, PROVISIONING, null, null, plan, now, 0);
    }

    /** The tenant's rows are on {@code chosen}. Choosing the same again changes nothing. */
    public void placeOn(String chosen) {
        if (shard != null && !shard.equals(chosen)) {
            throw new IllegalStateException("tenant " + id + " is on " + shard + " already");
        }
        shard = chosen;
    }

    /** Everything is set up: its people may work. */
    public void open() {
        if (status != ACTIVE) {
            move("be opened", ACTIVE, null, PROVISIONING);
        }
    }

    /** A step of the set-up failed with {@code cause}. */
    public void failProvisioning(String cause) {
        move("fail", PROVISIONING_FAILED, cause, PROVISIONING);
    }

    public void retryProvisioning() {
        move("be provisioned", PROVISIONING, null, PROVISIONING, PROVISIONING_FAILED);
    }

    public void suspend(String why) {
        move("be suspended", SUSPENDED, why, ACTIVE);
    }

    public void resume() {
        move("be resumed", ACTIVE, null, SUSPENDED);
    }

    public void close(String why) {
        move("be closed", CLOSED, why, ACTIVE, SUSPENDED, PROVISIONING_FAILED);
    }

    public void changePlan(ChosenPlan agreed) {
        if (status == CLOSED) {
            throw new IllegalStep(id, status, "change its plan");
        }
        plan = agreed;
    }

    private void move(String what, TenantStatus to, String why, TenantStatus... from) {
        if (!Arrays.asList(from).contains(status)) {
            throw new IllegalStep(id, status, what);
        }
        status = to;
        reason = why;
    }

    public TenantId id() {
        return id;
    }

    public Company company() {
        return company;
    }

    public TenantStatus status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public Optional<String> shard() {
        return Optional.ofNullable(shard);
    }

    public ChosenPlan plan() {
        return plan;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
