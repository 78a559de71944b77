package dev.abacus.seed.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The trace store, through Zipkin's HTTP API. */
public final class Traces {

    private static final Duration LOOK_BACK = Duration.ofHours(1);

    private final URI store;
    private final RestClient client;

    public Traces(URI store) {
        this.store = store;
        this.client = new Gateway(store).bare();
    }

    /**
     * One interaction, through all processes that had a part in it.
     *
     * @param page where a person looks at it
     */
    public record Trace(String id, URI page, List<Span> spans) {

        public Set<String> services() {
            return spans.stream().map(Span::service).collect(Collectors.toCollection(TreeSet::new));
        }

        /** The lanes that its spans say they ran on. */
        public Set<String> lanes() {
            return spans.stream()
                    .map(Span::lane)
                    .filter(lane -> !lane.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The services that took a message of it from the broker. */
        public Set<String> consumers() {
            return spans.stream()
                    .filter(span -> span.kind().equals("CONSUMER"))
                    .map(Span::service)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * @param kind {@code SERVER}, {@code CLIENT}, {@code PRODUCER}, {@code CONSUMER}, or empty within a process
     * @param lane empty where the span does not say
     * @param instance which of the service's processes it was
     * @param startMicros when it began, since 1970
     */
    public record Span(String service, String kind, String name, String lane, String instance, long startMicros) {}

    /** The trace of the request of that name, as much of it as has arrived; the largest if it was sent repeatedly. */
    public Optional<Trace> ofRequest(String name) {
        JsonNode traces = client.get()
                .uri(
                        "/api/v2/traces?annotationQuery={query}&lookback={millis}&limit=20",
                        "abacus.request_id=" + name,
                        LOOK_BACK.toMillis())
                .retrieve()
                .body(JsonNode.class);
        return traces.valueStream().map(this::trace).max(Comparator.comparing(trace -> trace.spans()
                .size()));
    }

    /** Which instance ran a job for which tenant since then: instances by tenant. */
    public Map<String, String> jobs(String span, Instant since) {
        JsonNode traces = client.get()
                .uri(
                        "/api/v2/traces?spanName={name}&lookback={millis}&limit=200",
                        span,
                        Duration.between(since, Instant.now()).plusSeconds(1).toMillis())
                .retrieve()
                .body(JsonNode.class);
        Map<String, String> instances = new HashMap<>();
        traces.valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(part -> part.path("name").asString("").equals(span))
                .map(part -> part.path("tags"))
                .forEach(tags -> instances.put(
                        tags.path("abacus.tenant").asString(""),
                        tags.path("service.instance.id").asString("")));
        return instances;
    }

    private Trace trace(JsonNode spans) {
        String id = spans.path(0).path("traceId").asString("");
        return new Trace(
                id,
                store.resolve("/zipkin/traces/" + id),
                spans.valueStream()
                        .map(span -> new Span(
                                span.path("localEndpoint").path("serviceName").asString(""),
                                span.path("kind").asString(""),
                                span.path("name").asString(""),
                                span.path("tags").path("abacus.lane").asString(""),
                                span.path("tags").path("service.instance.id").asString(""),
                                span.path("timestamp").asLong(0)))
                        .toList());
    }
}
