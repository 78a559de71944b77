package dev.abacus.kernel.messaging;

import dev.abacus.kernel.telemetry.RequestId;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;

/**
 * What travels beside an event's payload: the request id, the trace context and the baggage with the lane. Taken when
 * the event is written and given back when it is handled, however much later and in whichever process.
 */
public final class Headers {

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private final OpenTelemetry telemetry;

    public Headers(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** The current context as headers. */
    public Map<String, String> capture() {
        Map<String, String> headers = inject(Context.current());
        RequestId.current().ifPresent(id -> headers.put(RequestId.HEADER, id));
        return headers;
    }

    Map<String, String> inject(Context context) {
        Map<String, String> headers = new HashMap<>();
        telemetry.getPropagators().getTextMapPropagator().inject(context, headers, Map::put);
        return headers;
    }

    /** {@code headers} without trace context and baggage: what is left beside a new context. */
    Map<String, String> without(Map<String, String> headers) {
        Map<String, String> left = new HashMap<>(headers);
        left.keySet()
                .removeAll(telemetry.getPropagators().getTextMapPropagator().fields());
        return left;
    }

    /** The context that {@code headers} were taken from. */
    public Context restore(Map<String, String> headers) {
        return telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), headers, GETTER);
    }
}
