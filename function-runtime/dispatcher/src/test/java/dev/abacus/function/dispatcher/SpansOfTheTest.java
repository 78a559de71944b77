package dev.abacus.function.dispatcher;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what ended, of all dispatchers of this process. */
public final class SpansOfTheTest implements SpanProcessor {

    private static final List<SpanData> ENDED = new CopyOnWriteArrayList<>();

    /** In the order in which they ended. */
    public static List<SpanData> ofTrace(String trace) {
        return ENDED.stream().filter(span -> span.getTraceId().equals(trace)).toList();
    }

    public static List<SpanData> ofInvocation(String id) {
        return ENDED.stream()
                .filter(span -> span.getAttributes().asMap().entrySet().stream()
                        .anyMatch(fact -> fact.getKey().getKey().equals("faas.invocation_id")
                                && fact.getValue().equals(id)))
                .toList();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        ENDED.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
