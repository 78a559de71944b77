package dev.abacus.tenant.api;

/**
 * A plan that tenants can be on.
 *
 * @param code stable name, such as {@code standard}
 * @param quotas what a tenant on this plan gets unless something else was agreed with it
 */
public record PlanView(String code, String name, Quotas quotas) {}
