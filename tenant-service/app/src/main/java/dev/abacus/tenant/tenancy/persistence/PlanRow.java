package dev.abacus.tenant.tenancy.persistence;

import dev.abacus.tenant.api.Quotas;
import dev.abacus.tenant.tenancy.domain.Plan;

/** A row of {@code tenant_plan}. */
class PlanRow {

    String code;
    String name;
    int requestsPerSecond;
    int users;

    Plan toPlan() {
        return new Plan(code, name, new Quotas(requestsPerSecond, users));
    }
}
