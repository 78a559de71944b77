package dev.abacus.function.dispatcher.rocketmq;

import dev.abacus.function.dispatcher.trigger.Arrival;
import dev.abacus.function.dispatcher.trigger.EventForm;
import dev.abacus.function.dispatcher.trigger.EventForm.NoEvent;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.Tags;
import io.cloudevents.CloudEvent;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.rocketmq.common.message.MessageExt;

/**
 * What messages of the suite's broker mean: CloudEvents, or the suite's own events. Only the suite writes there, so a message is
 * believed whose it is and on which lane.
 */
final class MessageReader {

    private final Tags tags;
    private final boolean ordered;

    MessageReader(Tags tags, boolean ordered) {
        this.tags = tags;
        this.ordered = ordered;
    }

    Arrival read(MessageExt message) {
        String position = message.getTopic() + "/" + message.getBrokerName() + "/" + message.getQueueId() + "/"
                + message.getQueueOffset();
        try {
            CloudEvent event = event(message);
            return new Arrival.Event(
                    position,
                    tenant(message),
                    lane(message),
                    ordered ? message.getUserProperty(MessageForm.AGGREGATE) : null,
                    number(event.getExtension("invocation")),
                    trace(message, event),
                    event);
        } catch (NoEvent e) {
            return new Arrival.Unreadable(position, "not-a-cloud-event", e.getMessage(), message.getBody());
        }
    }

    private static CloudEvent event(MessageExt message) {
        String contentType = message.getUserProperty(MessageForm.CONTENT_TYPE);
        if (EventForm.structured(contentType)) {
            return EventForm.document(message.getBody());
        }
        Map<String, String> attributes = new TreeMap<>();
        message.getProperties().forEach((name, value) -> {
            if (name.startsWith(MessageForm.EVENT) && !name.equals(MessageForm.CONTENT_TYPE)) {
                attributes.put(name.substring(MessageForm.EVENT.length()), value);
            }
        });
        return attributes.isEmpty() ? own(message) : EventForm.of(attributes, contentType, message.getBody());
    }

    /** As the kernel's relay sends the suite's events: the type as the message's tag, the id as its key. */
    private static CloudEvent own(MessageExt message) {
        String type = message.getTags();
        String id = message.getKeys();
        if (type == null
                || type.indexOf('.') < 1
                || id == null
                || message.getUserProperty(MessageForm.TENANT) == null) {
            throw new NoEvent("it is neither a CloudEvent nor one of the suite's own");
        }
        Map<String, String> attributes = new HashMap<>(Map.of(
                "id",
                id,
                "source",
                "/" + type.substring(0, type.indexOf('.')),
                "type",
                type,
                "time",
                Instant.ofEpochMilli(message.getBornTimestamp()).toString()));
        if (message.getUserProperty(MessageForm.AGGREGATE) != null) {
            attributes.put("subject", message.getUserProperty(MessageForm.AGGREGATE));
        }
        return EventForm.of(attributes, "application/json", message.getBody());
    }

    private static String tenant(MessageExt message) {
        String tenant = message.getUserProperty(MessageForm.TENANT);
        try {
            return tenant == null ? null : TenantId.valueOf(tenant).toString();
        } catch (InvalidValue e) {
            throw new NoEvent("\"" + tenant + "\" is no tenant");
        }
    }

    /** As inboxes have it: the baggage says which lane, and one that is over is the baseline's. */
    private String lane(MessageExt message) {
        Context origin = MessageForm.CONTEXT.extract(Context.root(), headers(message), MessageForm.GETTER);
        String tag = message.getUserProperty(LaneContext.MESSAGE_PROPERTY);
        if (LaneContext.in(origin).isEmpty() && tag != null) {
            origin = tagged(origin, tag);
        }
        return LaneContext.in(tags.living(origin)).map(Object::toString).orElse(null);
    }

    private static Context tagged(Context origin, String tag) {
        try {
            return LaneContext.with(origin, LaneTag.parse(tag));
        } catch (IllegalArgumentException e) {
            return origin;
        }
    }

    private static Map<String, String> headers(MessageExt message) {
        Map<String, String> headers = new HashMap<>();
        message.getProperties().forEach((name, value) -> {
            if (name.startsWith(MessageForm.HEADER)) {
                headers.put(name.substring(MessageForm.HEADER.length()), value);
            }
        });
        return headers;
    }

    private static String trace(MessageExt message, CloudEvent event) {
        String header = message.getUserProperty(MessageForm.HEADER + "traceparent");
        Object extension = event.getExtension("traceparent");
        String trace = header != null || extension == null ? header : extension.toString();
        return trace != null && trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}") ? trace : null;
    }

    private static Long number(Object id) {
        return id != null && id.toString().matches("[1-9][0-9]{0,17}") ? Long.valueOf(id.toString()) : null;
    }
}
