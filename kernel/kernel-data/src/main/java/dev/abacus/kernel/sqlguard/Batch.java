package dev.abacus.kernel.sqlguard;

import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import java.sql.SQLException;

/** The tenant that a statement's batch was filled for: it is not sent for another one. */
final class Batch {

    private TenantId tenant;

    /** A row that touches tenants' rows was added; the guard has allowed it for the tenant in context. */
    void added(Verdict verdict) throws SQLException {
        if (verdict.touchesTenantRows()) {
            sameTenant();
            tenant = TenantContext.require();
        }
    }

    /** The batch is about to be sent. */
    void sent() throws SQLException {
        sameTenant();
        cleared();
    }

    void cleared() {
        tenant = null;
    }

    private void sameTenant() throws SQLException {
        if (tenant != null && !tenant.equals(TenantContext.require())) {
            throw new SQLException("a batch filled for one tenant must not be sent for another");
        }
    }
}
