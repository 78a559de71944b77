package dev.abacus.kernel.sqlguard;

import java.util.List;

/**
 * An accepted statement: whether it touches tenants' rows, and where it names the tenant. All these values must be the
 * tenant in context at each execution.
 *
 * @param touchesTenantRows whether it may run only inside a tenant
 * @param tenantParameters  ordinals, from 1, of the JDBC parameters that name the tenant
 * @param tenantLiterals    the literal values that name the tenant
 */
public record Verdict(boolean touchesTenantRows, List<Integer> tenantParameters, List<Long> tenantLiterals) {

    public Verdict {
        tenantParameters = List.copyOf(tenantParameters);
        tenantLiterals = List.copyOf(tenantLiterals);
    }
}
