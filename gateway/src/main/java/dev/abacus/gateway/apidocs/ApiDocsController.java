package dev.abacus.gateway.apidocs;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.security.Public;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The OpenAPI descriptions of the services behind this door. */
@RestController
@Public(because = "what an API looks like is no secret; what it answers is")
class ApiDocsController {

    private final PublishedApis apis;

    ApiDocsController(PublishedApis apis) {
        this.apis = apis;
    }

    @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, List<PublishedApis.Api>> index() {
        return Map.of("apis", apis.all());
    }

    @GetMapping(path = "/v3/api-docs/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode description(@PathVariable String service) {
        PublishedApis.Api api = apis.all().stream()
                .filter(one -> one.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new NotFound("api", service));
        try {
            return apis.describe(api);
        } catch (RestClientException e) {
            throw new DomainException(
                    Kind.UNAVAILABLE, "service-unavailable", service + " is not there at the moment.");
        }
    }
}
