package dev.abacus.gateway.routing;

import java.util.Collection;
import java.util.Optional;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.stereotype.Component;

/** The instances that the registry has pushed to us. */
@Component
class Instances {

    private static final int LOOKS = 5;

    private final LoadBalancerClient balancer;

    Instances(LoadBalancerClient balancer) {
        this.balancer = balancer;
    }

    /** An instance that was not tried yet, if there is one: looks a few times, since others take turns with us. */
    Optional<ServiceInstance> choose(String service, Collection<ServiceInstance> tried) {
        for (int look = 0; look < LOOKS; look++) {
            ServiceInstance instance = balancer.choose(service);
            if (instance == null) {
                return Optional.empty();
            }
            if (tried.stream().noneMatch(other -> other.getUri().equals(instance.getUri()))) {
                return Optional.of(instance);
            }
        }
        return Optional.empty();
    }
}
