package dev.abacus.function.dispatcher.rocketmq;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;

/** Names of what a message has beside its body: those of CloudEvents' binding for RocketMQ, and the suite's own. */
final class MessageForm {

    /** Before each attribute and extension of an event. */
    static final String EVENT = "CE_";

    static final String CONTENT_TYPE = "CE_datacontenttype";
    static final String TENANT = "tenant";
    static final String AGGREGATE = "aggregate";

    /** Before trace, baggage and request id. */
    static final String HEADER = "h_";

    static final TextMapPropagator CONTEXT =
            TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());

    static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private MessageForm() {}
}
