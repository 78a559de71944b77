package dev.abacus.kernel.client;

import dev.abacus.kernel.domain.DomainException.Kind;
import dev.abacus.kernel.problem.Problems;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a neighbour's error answer back into a {@link ServiceProblem}. */
final class ProblemReader implements RestClient.ResponseSpec.ErrorHandler {

    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "instance", Problems.REQUEST_ID);

    private final JsonMapper json;

    ProblemReader(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void handle(HttpRequest request, ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        Map<String, Object> problem = read(response);
        String type = String.valueOf(problem.getOrDefault("type", ""));
        String code =
                type.startsWith(Problems.TYPE_BASE) ? type.substring(Problems.TYPE_BASE.length()) : "service-error";
        String detail = String.valueOf(problem.getOrDefault("detail", "A service answered " + status + "."));
        Map<String, Object> facts = new LinkedHashMap<>(problem);
        facts.keySet().removeAll(STANDARD);
        facts.values().removeIf(value -> value == null);
        throw new ServiceProblem(kind(status), code, detail, facts);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(ClientHttpResponse response) throws IOException {
        try {
            Map<String, Object> problem = json.readValue(response.getBody(), Map.class);
            return problem == null ? Map.of() : problem;
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 400 -> Kind.INVALID;
            case 401, 403 -> Kind.FORBIDDEN;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 412 -> Kind.STALE;
            case 422 -> Kind.REFUSED;
            case 429 -> Kind.THROTTLED;
            // Whatever else is our own request's fault does not get better by waiting.
            default -> status < 500 ? Kind.INVALID : Kind.UNAVAILABLE;
        };
    }
}
