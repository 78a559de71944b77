package dev.abacus.lane.routing;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import dev.abacus.lane.obey.ActiveRules;
import dev.abacus.lane.obey.LaneAutoConfiguration;
import dev.abacus.lane.obey.LaneProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Every load-balanced call follows the lane. */
@AutoConfiguration(after = LaneAutoConfiguration.class)
@LoadBalancerClients(defaultConfiguration = LaneRoutingAutoConfiguration.EachService.class)
public class LaneRoutingAutoConfiguration {

    /** Without Nacos, as in a test of a single process, the discovery client is asked each time. */
    @Bean
    Registry laneRegistry(
            ObjectProvider<NacosServiceManager> nacos,
            ObjectProvider<NacosDiscoveryProperties> properties,
            ObjectProvider<DiscoveryClient> discovery) {
        NacosServiceManager manager = nacos.getIfAvailable();
        NacosDiscoveryProperties found = properties.getIfAvailable();
        if (manager != null && found != null) {
            return new NacosRegistry(manager::getNamingService, found.getGroup());
        }
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
