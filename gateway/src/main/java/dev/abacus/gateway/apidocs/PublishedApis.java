package dev.abacus.gateway.apidocs;

import java.util.List;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks a service what its API is and tells it as it looks from outside. */
@Component
class PublishedApis {

    /** An API, where it is described and under which path it is called. */
    record Api(String name, String description, String path) {

        private static Api of(String service, String path) {
            return new Api(service, "/v3/api-docs/" + service, path);
        }
    }

    private static final List<Api> APIS = List.of(
            Api.of("tenant-service", "/api/tenant"),
            Api.of("inventory-service", "/api/inventory"),
            Api.of("trade-service", "/api/trade"),
            Api.of("lane-control", "/api/platform"),
            Api.of("function-dispatcher", "/api"));

    private final LoadBalancerClient balancer;
    private final RestClient client;

    PublishedApis(LoadBalancerClient balancer, RestClient.Builder clients) {
        this.balancer = balancer;
        this.client = clients.build();
    }

    List<Api> all() {
        return APIS;
    }

    /** @throws org.springframework.web.client.RestClientException when the service cannot be asked */
    JsonNode describe(Api api) {
        var instance = balancer.choose(api.name());
        if (instance == null) {
            throw new ResourceAccessException("no instance of " + api.name());
        }
        ObjectNode document =
                client.get().uri(instance.getUri() + "/v3/api-docs").retrieve().body(ObjectNode.class);
        document.putArray("servers").addObject().put("url", api.path());
        if (document.get("paths") instanceof ObjectNode paths) {
            paths.properties().stream()
                    .map(path -> path.getKey())
                    .filter(path -> path.startsWith("/internal/") || path.startsWith("/actuator/"))
                    .toList()
                    .forEach(paths::remove);
        }
        return document;
    }
}
