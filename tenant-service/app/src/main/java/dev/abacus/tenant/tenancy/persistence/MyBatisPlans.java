package dev.abacus.tenant.tenancy.persistence;

import dev.abacus.tenant.tenancy.domain.Plan;
import dev.abacus.tenant.tenancy.domain.Plans;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Plans in {@code tenant_plan}. */
@Repository
class MyBatisPlans implements Plans {

    private final PlanMapper mapper;

    MyBatisPlans(PlanMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<Plan> all() {
        return mapper.all().stream().map(PlanRow::toPlan).toList();
    }

    @Override
    public Optional<Plan> find(String code) {
        return Optional.ofNullable(mapper.find(code)).map(PlanRow::toPlan);
    }
}
