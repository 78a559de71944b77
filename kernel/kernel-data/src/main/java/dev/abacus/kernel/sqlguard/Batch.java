package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;

/** The tenant that a statement's batch was filled for: it is not sent for another one. */
final class Batch {

    private final SqlGuard guard;
    private String sql;
    private TenantId tenant;

    Batch(SqlGuard guard) {
        this.guard = guard;
    }

    /** A row that touches tenants' rows was added; the guard has allowed it for the tenant in context. */
    void added(String statement, Verdict verdict) {
        if (verdict.touchesTenantRows()) {
            sameTenant();
            sql = statement;
            tenant = TenantContext.require();
        }
    }

    /** The batch is about to be sent. */
    void sent() {
        sameTenant();
        cleared();
    }

    void cleared() {
        tenant = null;
    }

    private void sameTenant() {
        if (tenant != null && !tenant.equals(TenantContext.require())) {
            throw guard.refusal(sql, Rule.SAME_TENANT, "a batch filled for one tenant goes on for another");
        }
    }
}
