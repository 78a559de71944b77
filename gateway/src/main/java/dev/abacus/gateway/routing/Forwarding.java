package dev.abacus.gateway.routing;

import dev.abacus.lane.routing.Fallbacks;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Passes a request on to an instance and its answer back, both streamed. When an instance cannot be reached at all, what
 * may be repeated is tried on another one; an instance that answered, however badly, has been reached.
 */
@Component
class Forwarding {

    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);
    private static final int TRIES = 3;
    private static final Set<HttpMethod> REPEATABLE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

    private final Instances instances;
    private final UpstreamClients clients;
    private final HeadersInside headers;
    private final Fallbacks fallbacks;
    private final MeterRegistry meters;

    Forwarding(
            Instances instances,
            UpstreamClients clients,
            HeadersInside headers,
            Fallbacks fallbacks,
            MeterRegistry meters) {
        this.instances = instances;
        this.clients = clients;
        this.headers = headers;
        this.fallbacks = fallbacks;
        this.meters = meters;
    }

    /** To a service under {@code /api/NAME}, which sees its own paths. */
    HandlerFunction<ServerResponse> toApi(String service) {
        return to(new Destination(service, 2, true));
    }

    /** To a service under {@code /api}, which knows its paths by the rest. */
    HandlerFunction<ServerResponse> toApiByName(String service) {
        return to(new Destination(service, 1, true));
    }

    /** To a service by the same path. */
    HandlerFunction<ServerResponse> to(String service) {
        return to(new Destination(service, 0, false));
    }

    private HandlerFunction<ServerResponse> to(Destination destination) {
        return request -> forward(request, destination);
    }

    private ServerResponse forward(ServerRequest request, Destination destination) {
        List<ServiceInstance> tried = new ArrayList<>();
        UpstreamFailure failure = UpstreamFailure.NO_INSTANCE;
        while (tried.size() < TRIES) {
            Optional<ServiceInstance> instance = instances.choose(destination.service(), tried);
            if (instance.isEmpty()) {
                break;
            }
            fallbacks.begin(instance.get());
            try {
                return exchange(request, destination, instance.get());
            } catch (ResourceAccessException e) {
                tried.add(instance.get());
                failure = UpstreamFailure.of(e);
                log.warn("{} at {}: {}", destination.service(), instance.get().getUri(), e.getMessage());
                if (failure != UpstreamFailure.UNREACHABLE || !REPEATABLE.contains(request.method())) {
                    break;
                }
            } finally {
                fallbacks.end(instance.get());
            }
        }
        meters.counter("gateway.upstream.failures", "service", destination.service(), "reason", failure.code())
                .increment();
        return failure.answer(destination.service());
    }

    private ServerResponse exchange(ServerRequest request, Destination destination, ServiceInstance instance) {
        ProxyExchange client = clients.forRequest(request.servletRequest());
        return client.exchange(client.request(request)
                .uri(destination.at(instance, request.servletRequest()))
                .headers(headers.of(request.servletRequest(), destination))
                .responseConsumer((answer, response) -> response.headers().putAll(HeadersInside.back(answer)))
                .build());
    }
}
