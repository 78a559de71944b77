package dev.abacus.lane.routing;

import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import reactor.core.publisher.Mono;

/** Chooses the instance that serves a call to one service, in turn among those that may. */
final class LaneBalancer implements ReactorServiceInstanceLoadBalancer {

    private final String service;
    private final Registry registry;
    private final LaneRoutes routes;
    private final Fallbacks fallbacks;
    private final AtomicInteger turn =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000));

    LaneBalancer(String service, Registry registry, LaneRoutes routes, Fallbacks fallbacks) {
        this.service = service;
        this.registry = registry;
        this.routes = routes;
        this.fallbacks = fallbacks;
    }

    /** The lane is the calling thread's: decided now, not when somebody subscribes. */
    @Override
    public Mono<Response<ServiceInstance>> choose(Request request) {
        return Mono.just(choose(LaneContext.current().orElse(null)));
    }

    Response<ServiceInstance> choose(LaneTag lane) {
        Route route = fallbacks.permit(service, lane, routes.route(service, lane, registry.serving(service)));
        List<ServiceInstance> candidates = route.candidates();
        if (candidates.isEmpty()) {
            return new EmptyResponse();
        }
        int index = Math.floorMod(turn.getAndIncrement(), candidates.size());
        ServiceInstance chosen = candidates.get(index);
        return new DefaultResponse(route.fallback() ? new FallenBack(chosen, lane) : chosen);
    }
}
