package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.invocation.application.Judging.Attempted;
import dev.abacus.function.dispatcher.pool.Outcome;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.wire.Events;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a destination is told: of a success the answer itself, of a failure what failed and why, with the event that failed. */
final class Results {

    static final String FAILED = "dev.abacus.function.failed.v1";
    static final String SUCCEEDED = "dev.abacus.function.succeeded.v1";

    private Results() {}

    static CloudEvent of(Attempted attempted, InvocationState state, Outcome outcome) {
        return state == InvocationState.SUCCEEDED && outcome.event() != null
                ? marked(answer(attempted, outcome.event()), attempted).build()
                : told(attempted, state, outcome);
    }

    /** Without where it was to go: that is between the function and the runtime. */
    private static CloudEventBuilder answer(Attempted attempted, CloudEvent event) {
        CloudEventBuilder answer = CloudEventBuilder.from(event);
        return attempted.definition().success() instanceof Destination.Answered(String extension)
                ? answer.withoutExtension(extension)
                : answer;
    }

    /**
     * What leads back to the invocation, and on: one correlation and one trace through however many functions and topics, and
     * how deep they are by now.
     */
    private static CloudEventBuilder marked(CloudEventBuilder event, Attempted attempted) {
        var taken = attempted.taken();
        event.withExtension("invocation", String.valueOf(taken.id()))
                .withExtension("function", taken.function())
                .withExtension("depth", taken.depth())
                .withExtension("correlationid", correlation(taken.event()));
        String trace = InvocationSpans.traceparent(InvocationSpans.of(String.valueOf(taken.id()), taken.traceparent()));
        return trace == null ? event : event.withExtension("traceparent", trace);
    }

    /** "Correlation", an extension of CloudEvents: the id of the first event of a chain. */
    private static String correlation(byte[] encoded) {
        try {
            CloudEvent event = Events.of(encoded);
            Object known = event.getExtension("correlationid");
            return known == null ? event.getId() : known.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CloudEvent told(Attempted attempted, InvocationState state, Outcome outcome) {
        var taken = attempted.taken();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("invocation", String.valueOf(taken.id()));
        data.put("function", taken.function());
        data.put("version", attempted.version());
        data.put("state", state.name());
        data.put("attempts", taken.attempt());
        if (outcome.failure() != null) {
            data.put(
                    "failure",
                    Map.of(
                            "type",
                            outcome.failure().type(),
                            "message",
                            outcome.failure().message()));
            data.put("event", original(taken.event()));
        }
        return marked(
                        CloudEventBuilder.v1()
                                .withId(String.valueOf(taken.id()))
                                .withSource(URI.create("/functions/" + taken.function()))
                                .withType(state == InvocationState.SUCCEEDED ? SUCCEEDED : FAILED)
                                .withTime(attempted.endedAt().atOffset(ZoneOffset.UTC))
                                .withData(
                                        "application/json", JsonMapper.shared().writeValueAsBytes(data)),
                        attempted)
                .build();
    }

    private static Map<String, Object> original(byte[] encoded) {
        try {
            CloudEvent event = Events.of(encoded);
            Map<String, Object> told = new LinkedHashMap<>();
            event.getAttributeNames()
                    .forEach(name -> told.put(name, event.getAttribute(name).toString()));
            event.getExtensionNames()
                    .forEach(name -> told.put(name, event.getExtension(name).toString()));
            if (event.getData() != null) {
                told.put("data_base64", event.getData().toBytes());
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
