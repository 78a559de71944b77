package dev.abacus.function.dispatcher.invocation.web;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * CloudEvents over HTTP: structured (one JSON document), binary (attributes as {@code ce-} headers, data as the body), or just a
 * body, of which an event is made. "HTTP Protocol Binding for CloudEvents", version 1.0.2.
 */
final class HttpEvents {

    private static final String PREFIX = "ce-";
    private static final String PLAIN_TYPE = "dev.abacus.function.invoked.v1";

    private HttpEvents() {}

    /**
     * @param named whether the caller gave it its id, so that the same id means the same event
     */
    record Received(CloudEvent event, boolean named) {}

    static Received read(HttpServletRequest request, byte[] body, String function, String newId, Instant now) {
        String contentType = request.getContentType();
        try {
            if (contentType != null && contentType.startsWith(JsonFormat.CONTENT_TYPE)) {
                return new Received(format().deserialize(body), true);
            }
            boolean named = request.getHeader("ce-id") != null;
            CloudEventBuilder event = CloudEventBuilder.v1()
                    .withId(newId)
                    .withSource(URI.create("/functions/" + function))
                    .withType(PLAIN_TYPE)
                    .withTime(now.atOffset(ZoneOffset.UTC));
            attributes(request, event);
            if (body != null && body.length > 0) {
                event.withData(contentType == null ? MediaType.APPLICATION_JSON_VALUE : contentType, body);
            }
            return new Received(event.build(), named);
        } catch (EventDeserializationException
                | CloudEventRWException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new DomainException(
                    Kind.INVALID, "not-a-cloud-event", "This is no CloudEvent of version 1.0: " + e.getMessage());
        }
    }

    private static void attributes(HttpServletRequest request, CloudEventBuilder event) {
        request.getHeaderNames().asIterator().forEachRemaining(header -> {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX) && !name.equals("ce-specversion")) {
                event.withContextAttribute(name.substring(PREFIX.length()), request.getHeader(header));
            }
        });
    }

    /** The answer in binary mode; without an event, 204. */
    static ResponseEntity<byte[]> write(CloudEvent event, HttpHeaders more) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(more);
        if (event == null) {
            return new ResponseEntity<>(headers, HttpStatus.NO_CONTENT);
        }
        event.getAttributeNames().stream()
                .filter(name -> !name.equals("datacontenttype"))
                .forEach(name ->
                        headers.set(PREFIX + name, event.getAttribute(name).toString()));
        event.getExtensionNames()
                .forEach(name ->
                        headers.set(PREFIX + name, event.getExtension(name).toString()));
        String type = event.getDataContentType();
        headers.set(HttpHeaders.CONTENT_TYPE, type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type);
        byte[] data = event.getData() == null ? new byte[0] : event.getData().toBytes();
        return new ResponseEntity<>(data, headers, HttpStatus.OK);
    }

    private static io.cloudevents.core.format.EventFormat format() {
        return EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE);
    }
}
