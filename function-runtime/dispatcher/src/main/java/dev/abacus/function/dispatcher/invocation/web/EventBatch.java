package dev.abacus.function.dispatcher.invocation.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Events in batched content mode: "HTTP Protocol Binding for CloudEvents", version 1.0.2, 3.3. */
final class EventBatch {

    /** As many as one transaction takes. */
    static final int MOST = 200;

    private static final String CONTENT_TYPE = "application/cloudevents-batch+json";
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(JsonFormat.getCloudEventJacksonModule());

    private EventBatch() {}

    static boolean isIn(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(CONTENT_TYPE);
    }

    static List<CloudEvent> read(byte[] body) {
        CloudEvent[] events;
        try {
            events = JSON.readValue(body == null ? new byte[0] : body, CloudEvent[].class);
        } catch (JacksonException | CloudEventRWException | IllegalStateException e) {
            throw new DomainException(
                    Kind.INVALID,
                    "not-a-cloud-event",
                    "This is no array of CloudEvents of version 1.0: "
                            + (e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
        if (events.length > MOST) {
            throw new DomainException(
                    Kind.INVALID,
                    "batch-too-large",
                    "A batch of " + events.length + " events has more than " + MOST + ".",
                    Map.of("events", events.length, "most", MOST));
        }
        return List.of(events);
    }
}
