package dev.abacus.tenant.tenancy.domain;

import dev.abacus.tenant.api.Quotas;

/** A plan that tenants can be on. */
public record Plan(String code, String name, Quotas quotas) {}
