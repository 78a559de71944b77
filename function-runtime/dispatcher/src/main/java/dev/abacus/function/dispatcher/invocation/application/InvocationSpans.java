package dev.abacus.function.dispatcher.invocation.application;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;

/**
 * Spans that begin in one process and may end in another. An invocation's span has the invocation's id for its own, so whichever
 * dispatcher makes an attempt knows whose child that is, and whichever writes down the end gives the span, over restarts and
 * without asking.
 */
public final class InvocationSpans implements IdGenerator {

    private static final ScopedValue<SpanContext> CHOSEN = ScopedValue.newInstance();
    private static final int FIELDS = 4;

    private final IdGenerator others = IdGenerator.random();

    @Override
    public String generateSpanId() {
        return CHOSEN.isBound() ? CHOSEN.get().getSpanId() : others.generateSpanId();
    }

    @Override
    public String generateTraceId() {
        return CHOSEN.isBound() ? CHOSEN.get().getTraceId() : others.generateTraceId();
    }

    /** Starts a span under ids that are known already. */
    static Span started(SpanContext ids, Supplier<Span> start) {
        return ScopedValue.where(CHOSEN, ids).call(start::get);
    }

    /**
     * The invocation's own span within the trace that it belongs to.
     *
     * @param traceparent of its caller, or of itself when it had none
     */
    static SpanContext of(String invocation, String traceparent) {
        SpanContext parent = parsed(traceparent);
        return parent.isValid()
                ? SpanContext.create(
                        parent.getTraceId(),
                        SpanId.fromLong(Long.parseLong(invocation)),
                        parent.getTraceFlags(),
                        TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    /** What the span is a child of; the root of its trace has nothing above it. */
    static Context above(SpanContext invocation, String traceparent) {
        SpanContext parent = parsed(traceparent);
        return parent.getSpanId().equals(invocation.getSpanId())
                ? Context.root()
                : Context.root().with(Span.wrap(parent));
    }

    /** The context of work that is done for whoever has this as his span. */
    public static Context within(String traceparent) {
        return Context.root().with(Span.wrap(parsed(traceparent)));
    }

    /** "Trace Context", W3C, version 00; null for none. */
    static String traceparent(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private static SpanContext parsed(String traceparent) {
        String[] fields = traceparent == null ? new String[0] : traceparent.split("-");
        return fields.length == FIELDS
                ? SpanContext.createFromRemoteParent(
                        fields[1], fields[2], TraceFlags.fromHex(fields[3], 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }
}
