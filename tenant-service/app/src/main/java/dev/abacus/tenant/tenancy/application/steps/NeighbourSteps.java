package dev.abacus.tenant.tenancy.application.steps;

import dev.abacus.kernel.sharding.DataProperties;
import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.tenant.api.Placement;
import dev.abacus.tenant.api.Provision;
import dev.abacus.tenant.api.ProvisioningApi;
import dev.abacus.tenant.tenancy.Neighbours;
import dev.abacus.tenant.tenancy.OnboardingStep;
import dev.abacus.tenant.tenancy.TenantProfile;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import org.springframework.web.service.registry.ImportHttpServices;

/** Each service that keeps rows of tenants learns the tenant's shard, then makes its system data. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = Neighbours.INVENTORY, types = ProvisioningApi.class)
@ImportHttpServices(group = Neighbours.TRADE, types = ProvisioningApi.class)
@Import(NeighbourSteps.Registrar.class)
class NeighbourSteps {

    static final class Registrar implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            registry.registerBean(
                    NeighbourStep.class,
                    bean -> bean.supplier(context ->
                            placingHere(context.bean(TenantPlacements.class), context.bean(DataProperties.class))));
            Neighbours.SERVICES.forEach(service -> {
                register(registry, service, client -> placing(service, client));
                register(registry, service, client -> systemData(service, client));
            });
        }

        private static void register(
                BeanRegistry registry, String service, Function<Supplier<ProvisioningApi>, NeighbourStep> step) {
            registry.registerBean(
                    NeighbourStep.class,
                    bean -> bean.supplier(context -> {
                        HttpServiceProxyRegistry clients = context.bean(HttpServiceProxyRegistry.class);
                        return step.apply(() -> clients.getClient(service, ProvisioningApi.class));
                    }));
        }

        /** This service keeps rows of tenants too, all in its one schema. */
        private static NeighbourStep placingHere(TenantPlacements placements, DataProperties data) {
            String home = data.shards().getFirst();
            return new NeighbourStep(
                    "placement:tenant-service",
                    OnboardingStep.Order.PLACEMENT,
                    tenant -> placements.place(tenant.profile().id(), home));
        }

        private static NeighbourStep placing(String service, Supplier<ProvisioningApi> client) {
            return new NeighbourStep("placement:" + service, OnboardingStep.Order.PLACEMENT, tenant -> client.get()
                    .place(tenant.profile().id(), new Placement(tenant.placement())));
        }

        private static NeighbourStep systemData(String service, Supplier<ProvisioningApi> client) {
            return new NeighbourStep("system-data:" + service, OnboardingStep.Order.SYSTEM_DATA, tenant -> client.get()
                    .provision(tenant.profile().id(), facts(tenant.profile())));
        }

        private static Provision facts(TenantProfile tenant) {
            return new Provision(tenant.code(), tenant.name(), tenant.currency(), tenant.language(), tenant.timeZone());
        }
    }
}
