package dev.abacus.tenant.tenancy;

import dev.abacus.kernel.tenancy.TenantId;

/** Writes down what operators of the platform do, in the same transaction as what they do. */
public interface AdminLog {

    /**
     * @param action such as {@code tenant.suspend}
     * @param tenant {@code null} when it concerns no single tenant
     * @param detail what exactly, for people to read; never a secret
     */
    void record(String action, TenantId tenant, String detail);
}
