package dev.abacus.tenant.tenancy.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.tenant.api.ChosenPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plans on offer. */
public interface Plans {

    List<Plan> all();

    Optional<Plan> find(String code);

    /** {@code wish} with the quotas that are to be in force. */
    default ChosenPlan agree(ChosenPlan wish) {
        Plan plan = find(wish.plan()).orElseThrow(() -> new UnknownPlan(wish.plan()));
        return new ChosenPlan(plan.code(), wish.quotas() == null ? plan.quotas() : wish.quotas());
    }

    /** There is no such plan. */
    final class UnknownPlan extends DomainException {
        UnknownPlan(String code) {
            super(Kind.REFUSED, "unknown-plan", "There is no plan '" + code + "'.", Map.of("plan", code));
        }
    }
}
