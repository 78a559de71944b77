package dev.abacus.function.dispatcher.trigger;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import java.util.Map;

/** CloudEvents as brokers bring them: one JSON document, or attributes beside the data. */
public final class EventForm {

    private static final String VERSION = "1.0";

    private EventForm() {}

    public static boolean structured(String contentType) {
        return contentType != null && contentType.startsWith(JsonFormat.CONTENT_TYPE);
    }

    /** @throws NoEvent when it is none of version 1.0 */
    public static CloudEvent document(byte[] body) {
        try {
            return EventFormatProvider.getInstance()
                    .resolveFormat(JsonFormat.CONTENT_TYPE)
                    .deserialize(body);
        } catch (EventDeserializationException | CloudEventRWException | IllegalStateException e) {
            throw new NoEvent(e.getMessage());
        }
    }

    /**
     * @param attributes and extensions, by their names
     * @throws NoEvent when it is none of version 1.0
     */
    public static CloudEvent of(Map<String, String> attributes, String contentType, byte[] body) {
        if (!VERSION.equals(attributes.getOrDefault("specversion", VERSION))) {
            throw new NoEvent("it is of version " + attributes.get("specversion"));
        }
        try {
            CloudEventBuilder event = CloudEventBuilder.v1();
            attributes.forEach((name, value) -> {
                if (!name.equals("specversion")) {
                    event.withContextAttribute(name, value);
                }
            });
            if (body != null && body.length > 0) {
                event.withData(contentType == null ? "application/octet-stream" : contentType, body);
            }
            return event.build();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new NoEvent(e.getMessage());
        }
    }

    /** What came is no CloudEvent. */
    public static final class NoEvent extends RuntimeException {
        public NoEvent(String reason) {
            super(reason);
        }
    }
}
