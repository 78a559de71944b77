package dev.abacus.lane.routing;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.CompletionContext;
import org.springframework.cloud.client.loadbalancer.LoadBalancerLifecycle;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;

/** Tells {@link Fallbacks} when a load-balanced client's call begins and ends. */
final class FallbackLifecycle implements LoadBalancerLifecycle<Object, Object, ServiceInstance> {

    private final Fallbacks fallbacks;

    FallbackLifecycle(Fallbacks fallbacks) {
        this.fallbacks = fallbacks;
    }

    @Override
    public void onStart(Request<Object> request) {
        // nobody is chosen yet
    }

    @Override
    public void onStartRequest(Request<Object> request, Response<ServiceInstance> chosen) {
        fallbacks.begin(chosen.getServer());
    }

    @Override
    public void onComplete(CompletionContext<Object, ServiceInstance, Object> call) {
        Response<ServiceInstance> chosen = call.getLoadBalancerResponse();
        if (call.status() != CompletionContext.Status.DISCARD && chosen != null) {
            fallbacks.end(chosen.getServer());
        }
    }
}
