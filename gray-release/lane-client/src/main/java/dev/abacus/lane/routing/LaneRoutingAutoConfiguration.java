package dev.abacus.lane.routing;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import com.alibaba.cloud.nacos.discovery.NacosDiscoveryAutoConfiguration;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.LaneAutoConfiguration;
import dev.abacus.lane.obey.LaneProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Every load-balanced call follows the lane. */
@AutoConfiguration(after = {LaneAutoConfiguration.class, NacosDiscoveryAutoConfiguration.class})
@LoadBalancerClients(defaultConfiguration = LaneRoutingAutoConfiguration.EachService.class)
public class LaneRoutingAutoConfiguration {

    /** Nacos' instances as they are pushed. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(NacosDiscoveryProperties.class)
    static class FromNacos {

        @Bean
        Recall registryRecall(NacosServiceManager nacos) {
            return new Recall(() -> "UP".equals(nacos.getNamingService().getServerStatus()));
        }

        @Bean
        Registry laneRegistry(NacosServiceManager nacos, NacosDiscoveryProperties properties, Recall recall) {
            var registry = new NacosRegistry(nacos::getNamingService, properties.getGroup(), recall);
            recall.whenSettled(registry::settle);
            return registry;
        }
    }

    /** Without Nacos, as in a test of a single process, the discovery client is asked each time. */
    @Bean
    @ConditionalOnMissingBean(Registry.class)
    Registry laneRegistry(ObjectProvider<DiscoveryClient> discovery) {
        return service -> {
            DiscoveryClient client = discovery.getIfAvailable();
            return client == null ? Serving.NOBODY : Serving.of(client.getInstances(service));
        };
    }

    @Bean
    LaneRoutes laneRoutes(ActiveRules rules) {
        return new LaneRoutes(rules);
    }

    @Bean
    Fallbacks laneFallbacks(MeterRegistry meters, LaneProperties properties) {
        return new Fallbacks(meters, properties.fallbackLimit());
    }

    @Bean
    FallbackLifecycle laneFallbackLifecycle(Fallbacks fallbacks) {
        return new FallbackLifecycle(fallbacks);
    }

    /** One balancer for each service that is called. */
    static class EachService {

        @Bean
        ReactorLoadBalancer<ServiceInstance> laneBalancer(
                Environment environment, Registry registry, LaneRoutes routes, Fallbacks fallbacks) {
            String service = environment.getProperty(LoadBalancerClientFactory.PROPERTY_NAME);
            return new LaneBalancer(service, registry, routes, fallbacks);
        }
    }
}
