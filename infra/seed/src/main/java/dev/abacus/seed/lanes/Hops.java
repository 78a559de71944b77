package dev.abacus.seed.lanes;

import dev.abacus.seed.client.Traces.Span;
import dev.abacus.seed.client.Traces.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which instances had a part in an interaction: one for each request and each message that came in somewhere. */
record Hops(List<Span> spans) {

    private static final Set<String> COMING_IN = Set.of("SERVER", "CONSUMER");
    private static final String TOKENS = "tenant-service";

    /** Without looks at who somebody is, which come at any hop and are the baseline's always. */
    static Hops of(Trace trace) {
        return new Hops(trace.spans().stream()
                .filter(span -> COMING_IN.contains(span.kind()))
                .filter(span -> !span.service().equals(TOKENS))
                .sorted(Comparator.comparingLong(Span::startMicros))
                .toList());
    }

    /** The instances of a service. */
    Set<String> at(String service) {
        return spans.stream()
                .filter(span -> span.service().equals(service))
                .map(Span::instance)
                .collect(Collectors.toSet());
    }

    /** The instances that took a message. */
    Set<String> consumers() {
        return spans.stream()
                .filter(span -> span.kind().equals("CONSUMER"))
                .map(Span::instance)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return spans.stream()
                .map(span -> (span.kind().equals("CONSUMER") ? "✉ " : "") + span.instance())
                .distinct()
                .collect(Collectors.joining(" → "));
    }
}
