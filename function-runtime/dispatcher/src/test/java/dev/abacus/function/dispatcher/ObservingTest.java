package dev.abacus.function.dispatcher;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.kernel.test.servers.WithServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What whoever operates functions sees of a call. */
@WithServers({MARIADB, REDIS})
class ObservingTest {

    private static final CatalogueInMemory FUNCTIONS = new CatalogueInMemory();
    private static final String CALLERS_TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static RunningDispatcher dispatcher;

    @BeforeAll
    static void start() {
        dispatcher = RunningDispatcher.start(TestSchemas.createOne("fn"), "seen", FUNCTIONS);
        deploy(
                "wobbly",
                "Wobbly",
                """
                public CloudEvent handle(CloudEvent event, FunctionContext it) {
                    if (it.attempt() == 1) { throw new IllegalStateException("not yet"); }
                    it.platform().invocations().submit("quiet", event);
                    return text(event, "now");
                }
                """);
        deploy("quiet", "Quiet", "public CloudEvent handle(CloudEvent event, FunctionContext it) { return null; }");
    }

    @AfterAll
    static void stop() {
        dispatcher.close();
    }

    private static void deploy(String name, String type, String body) {
        FUNCTIONS.deploy(Definitions.of(name, type).build(), Sources.jar(type, body));
    }

    private static String spanOf(String invocation) {
        return SpanId.fromLong(Long.parseLong(invocation));
    }

    private static List<SpanData> named(List<SpanData> spans, String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static String fact(SpanData span, String key) {
        return span.getAttributes().get(AttributeKey.stringKey(key));
    }

    private static SpanData ownSpan(String invocation) {
        return Awaitility.await("the span of " + invocation)
                .until(
                        () -> SpansOfTheTest.ofInvocation(invocation).stream()
                                .filter(span -> span.getSpanId().equals(spanOf(invocation)))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void an_asynchronous_call_is_one_span_in_its_callers_trace_with_its_attempts_and_what_they_hand_on_below() {
        String id = dispatcher.submit(
                "wobbly", "x", "&tenant=42", "traceparent", "00-" + CALLERS_TRACE + "-b7ad6b7169203331-01");

        SpanData whole = ownSpan(id);

        assertThat(whole.getTraceId()).isEqualTo(CALLERS_TRACE);
        assertThat(whole.getName()).isEqualTo("wobbly");
        assertThat(fact(whole, "abacus.outcome")).isEqualTo("succeeded");
        assertThat(fact(whole, "abacus.tenant")).isEqualTo("42");
        assertThat(fact(whole, "faas.version")).isEqualTo("1");
        List<SpanData> attempts = named(SpansOfTheTest.ofInvocation(id), "attempt wobbly");
        assertThat(attempts).hasSize(2).allSatisfy(attempt -> {
            assertThat(attempt.getParentSpanId()).isEqualTo(whole.getSpanId());
            assertThat(attempt.getStartEpochNanos()).isGreaterThanOrEqualTo(whole.getStartEpochNanos());
        });
        assertThat(attempts)
                .extracting(attempt -> fact(attempt, "abacus.outcome"))
                .containsExactly("function", "succeeded");
        assertThat(named(SpansOfTheTest.ofInvocation(id), "queued")).hasSize(2);
        SpanData handedOn = Awaitility.await()
                .until(() -> named(SpansOfTheTest.ofTrace(CALLERS_TRACE), "quiet"), found -> !found.isEmpty())
                .getFirst();
        assertThat(handedOn.getParentSpanId()).isEqualTo(attempts.get(1).getSpanId());
    }

    @Test
    void a_call_that_is_waited_for_is_the_same_below_its_request() {
        var answer = dispatcher.send(
                "POST",
                "/functions/quiet/invocations",
                "x",
                "traceparent",
                "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        SpanData whole = ownSpan(answer.mustBe(204).header("X-Abacus-Invocation"));

        assertThat(whole.getTraceId()).isEqualTo("1af7651916cd43dd8448eb211c80319c");
        assertThat(named(SpansOfTheTest.ofTrace(whole.getTraceId()), "attempt quiet"))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.getParentSpanId()).isEqualTo(whole.getSpanId()));
    }

    @Test
    void meters_count_calls_by_how_they_ended_and_time_starts_and_waits_and_know_no_tenants() {
        String id = dispatcher.submit("wobbly", "x", "&tenant=43");
        dispatcher.await("wobbly", id, "SUCCEEDED");
        MeterRegistry meters = dispatcher.bean(MeterRegistry.class);

        assertThat(meters.get("function.calls")
                        .tags("function", "wobbly", "outcome", "function")
                        .timer()
                        .count())
                .isPositive();
        assertThat(meters.get("function.calls")
                        .tags("function", "wobbly", "outcome", "succeeded")
                        .timer()
                        .count())
                .isPositive();
        assertThat(meters.get("function.cold.start")
                        .tag("function", "wobbly")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isPositive();
        assertThat(meters.get("function.queue.wait")
                        .tag("function", "wobbly")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(2);
        assertThat(meters.get("function.queue.age").gauge().value()).isNotNegative();
        assertThat(meters.getMeters())
                .filteredOn(meter -> meter.getId().getName().startsWith("function."))
                .allSatisfy(
                        meter -> assertThat(meter.getId().getTags().toString()).doesNotContain("43"));
    }
}
