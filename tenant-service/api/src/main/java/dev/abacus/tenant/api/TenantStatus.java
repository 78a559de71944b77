package dev.abacus.tenant.api;

/** Where a tenant is in its life. */
public enum TenantStatus {
    /** Being set up; nobody can sign in yet. */
    PROVISIONING,
    /** A step of the set-up failed; {@code reprovision} goes on from that step. */
    PROVISIONING_FAILED,
    /** At work. */
    ACTIVE,
    /** Shut out for now, nothing is lost. */
    SUSPENDED,
    /** Gone for good; the data is kept until it is archived. */
    CLOSED
}
