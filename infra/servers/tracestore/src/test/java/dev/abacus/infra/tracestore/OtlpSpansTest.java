package dev.abacus.infra.tracestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import zipkin2.Endpoint;

class OtlpSpansTest {

    private static final String TRACE = "463ac35c9f6413ad48485a3953bb6124";
    private static final String PARENT = "a2fb4a1d1a96d312";
    private static final String ID = "0020000000000001";

    @Test
    void a_span_keeps_its_identity_times_and_service() {
        var span = onlySpan(placingAnOrder());

        assertThat(span.traceId()).isEqualTo(TRACE);
        assertThat(span.parentId()).isEqualTo(PARENT);
        assertThat(span.id()).isEqualTo(ID);
        assertThat(span.kind()).isEqualTo(zipkin2.Span.Kind.SERVER);
        assertThat(span.timestampAsLong()).isEqualTo(1_700_000_000_000_000L);
        assertThat(span.durationAsLong()).isEqualTo(2_500);
        assertThat(span.localServiceName()).isEqualTo("trade-service");
    }

    @Test
    void a_span_without_a_parent_is_a_root() {
        assertThat(onlySpan(placingAnOrder().clearParentSpanId()).parentId()).isNull();
    }

    @Test
    void attributes_become_tags_whatever_their_type() {
        var span = onlySpan(placingAnOrder()
                .addAttributes(attribute("tenant", AnyValue.newBuilder().setStringValue("42")))
                .addAttributes(attribute("lines", AnyValue.newBuilder().setIntValue(3)))
                .addAttributes(attribute(
                        "skus",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder()
                                        .addValues(AnyValue.newBuilder().setStringValue("A"))
                                        .addValues(AnyValue.newBuilder().setStringValue("B"))))));

        assertThat(span.tags())
                .containsEntry("tenant", "42")
                .containsEntry("lines", "3")
                .containsEntry("skus", "[A, B]");
    }

    @Test
    void a_failed_span_is_tagged_as_an_error_even_without_a_message() {
        var failed = Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR);

        assertThat(onlySpan(placingAnOrder().setStatus(failed)).tags()).containsEntry("error", "");
        assertThat(onlySpan(placingAnOrder()).tags()).doesNotContainKey("error");
    }

    @Test
    void an_event_becomes_an_annotation_at_its_time() {
        var span = onlySpan(placingAnOrder()
                .addEvents(Span.Event.newBuilder().setName("priced").setTimeUnixNano(1_700_000_000_000_500_000L)));

        assertThat(span.annotations()).singleElement().satisfies(annotation -> {
            assertThat(annotation.value()).isEqualTo("priced");
            assertThat(annotation.timestamp()).isEqualTo(1_700_000_000_000_500L);
        });
    }

    @Test
    void a_span_shorter_than_a_microsecond_still_has_a_duration() {
        Span.Builder short_ = placingAnOrder();
        short_.setEndTimeUnixNano(short_.getStartTimeUnixNano() + 10);

        assertThat(onlySpan(short_).durationAsLong()).isEqualTo(1);
    }

    @Test
    void a_call_to_a_database_names_it_as_the_other_end() {
        var span = onlySpan(placingAnOrder()
                .addAttributes(attribute("db.system.name", AnyValue.newBuilder().setStringValue("mariadb"))));

        assertThat(span.remoteEndpoint())
                .isEqualTo(Endpoint.newBuilder().serviceName("mariadb").build());
    }

    private static zipkin2.Span onlySpan(Span.Builder span) {
        var resource = Resource.newBuilder()
                .addAttributes(attribute("service.name", AnyValue.newBuilder().setStringValue("trade-service")));
        var export = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(resource)
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
        return OtlpSpans.toZipkin(export).getFirst();
    }

    private static Span.Builder placingAnOrder() {
        return Span.newBuilder()
                .setTraceId(bytes(TRACE))
                .setParentSpanId(bytes(PARENT))
                .setSpanId(bytes(ID))
                .setName("POST /sales-orders")
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(1_700_000_000_000_000_000L)
                .setEndTimeUnixNano(1_700_000_000_002_500_000L);
    }

    private static KeyValue attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
