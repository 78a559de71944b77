package dev.abacus.function.http;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * CloudEvents over HTTP: structured (one JSON document), binary (attributes as {@code ce-} headers, data as the body), or just a
 * body, of which an event is made. "HTTP Protocol Binding for CloudEvents", version 1.0.2.
 */
public final class HttpEvents {

    private static final String PREFIX = "ce-";
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";
    private static final String PLAIN_TYPE = "dev.abacus.function.invoked.v1";

    private HttpEvents() {}

    /** @param named whether the caller gave it its id, so that the same id means the same event */
    public record Received(CloudEvent event, boolean named) {}

    /**
     * @param headers each name once, in any case
     * @param body null or empty for none
     * @param newId of an event that brings none
     * @throws IllegalArgumentException when this is no CloudEvent of version 1.0
     */
    public static Received read(Map<String, String> headers, byte[] body, String function, String newId, Instant now) {
        Map<String, String> lower = new LinkedHashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        String contentType = lower.get("content-type");
        try {
            if (contentType != null && contentType.startsWith(JsonFormat.CONTENT_TYPE)) {
                return new Received(format().deserialize(body), true);
            }
            CloudEventBuilder event = CloudEventBuilder.v1()
                    .withId(newId)
                    .withSource(URI.create("/functions/" + function))
                    .withType(PLAIN_TYPE)
                    .withTime(now.atOffset(ZoneOffset.UTC));
            lower.forEach((name, value) -> {
                if (name.startsWith(PREFIX) && !name.equals("ce-specversion")) {
                    event.withContextAttribute(name.substring(PREFIX.length()), value);
                }
            });
            if (body != null && body.length > 0) {
                event.withData(contentType == null ? JSON : contentType, body);
            }
            return new Received(event.build(), lower.containsKey("ce-id"));
        } catch (EventDeserializationException | CloudEventRWException | IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The headers of an answer in binary mode; its body is the event's data. */
    public static Map<String, String> headers(CloudEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        event.getAttributeNames().stream()
                .filter(name -> !name.equals("datacontenttype"))
                .forEach(name ->
                        headers.put(PREFIX + name, event.getAttribute(name).toString()));
        event.getExtensionNames()
                .forEach(name ->
                        headers.put(PREFIX + name, event.getExtension(name).toString()));
        headers.put("Content-Type", event.getDataContentType() == null ? BYTES : event.getDataContentType());
        return headers;
    }

    private static EventFormat format() {
        return EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
    }
}
