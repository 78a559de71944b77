package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.Ending;
import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;
import dev.abacus.function.dispatcher.pool.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What can be seen of invocations from outside: a span for each, from its acceptance to its end, with a child for each wait and
 * each attempt; and meters, which know functions and no tenants.
 */
@Component
class Observing {

    private static final String SUCCEEDED = "succeeded";

    private final Tracer tracer;
    private final MeterRegistry meters;

    Observing(OpenTelemetry telemetry, MeterRegistry meters) {
        this.tracer = telemetry.getTracer("dev.abacus.function");
        this.meters = meters;
    }

    /** The caller's trace, or for who has none (a timer) the beginning of one, sampled as any other. */
    String traceOf(long invocation, String callers) {
        if (callers != null) {
            return callers;
        }
        // Never ended, so nobody sees it: it only draws what the root of a trace is made of.
        Span drawn = tracer.spanBuilder("invocation").setNoParent().startSpan();
        return InvocationSpans.traceparent(
                InvocationSpans.of(String.valueOf(invocation), InvocationSpans.traceparent(drawn.getSpanContext())));
    }

    /** A place in a worker was found for what had been due since then. */
    void waited(Asker asker, Instant due, Instant begun) {
        Timer.builder("function.queue.wait")
                .description("from when an attempt is due to when a worker has it")
                .tag("function", asker.function())
                .publishPercentileHistogram()
                .register(meters)
                .record(positive(Duration.between(due, begun)));
        described(tracer.spanBuilder("queued"), asker)
                .setParent(within(asker))
                .setStartTimestamp(due)
                .startSpan()
                .end(begun);
    }

    /** An attempt begins; its worker's questions, and what it calls, are its children. */
    Span attempt(Asker asker, int version, int number) {
        return described(tracer.spanBuilder("attempt " + asker.function()), asker)
                .setParent(within(asker))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("faas.version", String.valueOf(version))
                .setAttribute("abacus.attempt", number)
                .startSpan();
    }

    void attempted(Span attempt, Asker asker, long pid, Outcome outcome) {
        Timer.builder("function.calls")
                .description("attempts by how they ended, with the time that they held a worker")
                .tag("function", asker.function())
                .tag("outcome", outcome(outcome))
                .register(meters)
                .record(Duration.ofNanos(outcome.busyNanos()));
        attempt.setAttribute("abacus.outcome", outcome(outcome)).setAttribute("process.pid", pid);
        if (!outcome.succeeded()) {
            attempt.setStatus(StatusCode.ERROR, outcome.failure().type());
        }
        attempt.end();
    }

    /** A call that somebody waited for is over. */
    void answered(Asker asker, int version, Instant from, Instant to, Outcome outcome) {
        ended(asker, version, from, to, outcome(outcome), outcome.succeeded());
    }

    /** An invocation is over, whoever made its attempts. */
    void ended(Asker asker, Ending ending) {
        String outcome = ending.state().name().toLowerCase(Locale.ROOT);
        ended(
                asker,
                ending.version(),
                ending.taken().acceptedAt(),
                ending.endedAt(),
                outcome,
                ending.failure() == null);
    }

    void refused(String function, String why) {
        Counter.builder("function.calls.refused")
                .description("calls that were told to come again")
                .tag("function", function)
                .tag("reason", why)
                .register(meters)
                .increment();
    }

    private void ended(Asker asker, int version, Instant from, Instant to, String outcome, boolean good) {
        SpanContext ids = InvocationSpans.of(asker.invocation(), asker.traceparent());
        if (!ids.isValid()) {
            return;
        }
        SpanBuilder building = described(tracer.spanBuilder(asker.function()), asker)
                .setParent(InvocationSpans.above(ids, asker.traceparent()))
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(from)
                .setAttribute("faas.version", String.valueOf(version))
                .setAttribute("abacus.outcome", outcome);
        Span span = InvocationSpans.started(ids, building::startSpan);
        if (!good) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(to);
    }

    private static SpanBuilder described(SpanBuilder span, Asker asker) {
        span.setAttribute("faas.name", asker.function())
                .setAttribute("faas.invocation_id", asker.invocation())
                .setAttribute("abacus.lane", asker.lane() == null ? "baseline" : asker.lane());
        return asker.tenant() == null ? span : span.setAttribute("abacus.tenant", asker.tenant());
    }

    private static Context within(Asker asker) {
        return Context.root().with(Span.wrap(InvocationSpans.of(asker.invocation(), asker.traceparent())));
    }

    private static String outcome(Outcome outcome) {
        return outcome.succeeded() ? SUCCEEDED : outcome.failure().kind().name().toLowerCase(Locale.ROOT);
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
