package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.tenancy.TenantId;
import java.util.List;

/** The record of what operators did. It only grows. */
public interface AdminActions {

    void add(AdminAction action);

    /**
     * @param tenant {@code null} for all
     * @param before only those with a lower id; the newest come first
     */
    List<AdminAction> list(TenantId tenant, long before, int limit);
}
