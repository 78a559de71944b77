package dev.abacus.infra.tracestore;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import zipkin2.Endpoint;
import zipkin2.Span;

/**
 * Spans of OpenTelemetry as Zipkin's, after "OpenTelemetry to Zipkin Transformation" of the OpenTelemetry
 * specification: attributes become tags, events annotations, and a failed status the tag {@code error}.
 */
final class OtlpSpans {

    /** Zipkin knows a service's name and no instances of it: it becomes a tag of each span. */
    private static final String INSTANCE = "service.instance.id";

    private OtlpSpans() {}

    static List<Span> toZipkin(ExportTraceServiceRequest export) {
        List<Span> spans = new ArrayList<>();
        for (var fromOneProcess : export.getResourceSpansList()) {
            Endpoint service = service(fromOneProcess.getResource());
            String instance = value(fromOneProcess.getResource().getAttributesList(), INSTANCE);
            for (var fromOneLibrary : fromOneProcess.getScopeSpansList()) {
                for (var span : fromOneLibrary.getSpansList()) {
                    spans.add(toZipkin(
                            span, service, instance, fromOneLibrary.getScope().getName()));
                }
            }
        }
        return spans;
    }

    private static Span toZipkin(
            io.opentelemetry.proto.trace.v1.Span span, Endpoint service, String instance, String library) {
        long start = micros(span.getStartTimeUnixNano());
        Span.Builder zipkin = Span.newBuilder()
                .traceId(hex(span.getTraceId()))
                .id(hex(span.getSpanId()))
                .parentId(span.getParentSpanId().isEmpty() ? null : hex(span.getParentSpanId()))
                .name(span.getName())
                .kind(kind(span.getKind()))
                .timestamp(start)
                // Zipkin takes 0 for "not known"
                .duration(Math.max(1, micros(span.getEndTimeUnixNano()) - start))
                .localEndpoint(service)
                .remoteEndpoint(peer(span.getAttributesList()));
        span.getAttributesList().forEach(attribute -> zipkin.putTag(attribute.getKey(), text(attribute.getValue())));
        if (!instance.isEmpty()) {
            zipkin.putTag(INSTANCE, instance);
        }
        if (!library.isEmpty()) {
            zipkin.putTag("otel.scope.name", library);
        }
        if (span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR) {
            zipkin.putTag("error", span.getStatus().getMessage());
        }
        span.getEventsList()
                .forEach(event -> zipkin.addAnnotation(
                        micros(event.getTimeUnixNano()), event(event.getName(), event.getAttributesList())));
        return zipkin.build();
    }

    private static Endpoint service(Resource resource) {
        return Endpoint.newBuilder()
                .serviceName(value(resource.getAttributesList(), "service.name"))
                .build();
    }

    /** Who was called, so that Zipkin can draw a database or a broker, which export no spans of their own. */
    private static Endpoint peer(List<KeyValue> attributes) {
        String name = value(attributes, "peer.service");
        return Endpoint.newBuilder()
                .serviceName(name.isEmpty() ? value(attributes, "db.system.name") : name)
                .build();
    }

    private static String event(String name, List<KeyValue> attributes) {
        return attributes.isEmpty()
                ? name
                : attributes.stream()
                        .map(attribute -> attribute.getKey() + "=" + text(attribute.getValue()))
                        .collect(Collectors.joining(", ", name + " {", "}"));
    }

    private static String value(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> text(attribute.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BYTES_VALUE -> hex(value.getBytesValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(OtlpSpans::text)
                        .collect(Collectors.joining(", ", "[", "]"));
            case KVLIST_VALUE -> event("", value.getKvlistValue().getValuesList());
            case VALUE_NOT_SET -> "";
        };
    }

    private static Span.Kind kind(SpanKind kind) {
        return switch (kind) {
            case SPAN_KIND_SERVER -> Span.Kind.SERVER;
            case SPAN_KIND_CLIENT -> Span.Kind.CLIENT;
            case SPAN_KIND_PRODUCER -> Span.Kind.PRODUCER;
            case SPAN_KIND_CONSUMER -> Span.Kind.CONSUMER;
            default -> null;
        };
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static long micros(long nanos) {
        return nanos / 1_000;
    }
}
