package dev.abacus.tenant.tenancy.application.steps;

import dev.abacus.tenant.tenancy.NewTenant;
import dev.abacus.tenant.tenancy.OnboardingStep;
import dev.abacus.tenant.tenancy.application.OnboardingProperties;
import dev.abacus.tenant.tenancy.domain.ShardPolicy;
import dev.abacus.tenant.tenancy.domain.Tenant;
import dev.abacus.tenant.tenancy.domain.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides where the tenant's rows go, once. */
@Component
class ChoosingShard implements OnboardingStep {

    private final Tenants tenants;
    private final ShardPolicy policy;

    ChoosingShard(Tenants tenants, OnboardingProperties properties) {
        this.tenants = tenants;
        this.policy = new ShardPolicy(properties.shards());
    }

    @Override
    public String name() {
        return "shard";
    }

    @Override
    public int order() {
        return Order.SHARD;
    }

    @Override
    @Transactional
    public void run(NewTenant newTenant) {
        Tenant tenant = tenants.find(newTenant.profile().id()).orElseThrow();
        if (tenant.shard().isEmpty()) {
            tenant.placeOn(policy.choose(tenants.perShard()));
            tenants.update(tenant);
        }
    }
}
