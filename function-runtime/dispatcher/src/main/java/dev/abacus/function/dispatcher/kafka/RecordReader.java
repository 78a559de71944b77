package dev.abacus.function.dispatcher.kafka;

import dev.abacus.function.dispatcher.registry.Trigger;
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
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What records mean: "Kafka Protocol Binding for CloudEvents" 1.0.2, both modes. Partners write to Kafka, so a record is believed
 * whose it is, on which lane and in which trace only where the trigger's author vouches for the topic.
 */
final class RecordReader {

    private static final String EVENT = "ce_";

    private final Tags tags;
    private final Trigger.Kafka trigger;

    RecordReader(Tags tags, Trigger.Kafka trigger) {
        this.tags = tags;
        this.trigger = trigger;
    }

    Arrival read(ConsumerRecord<byte[], byte[]> record) {
        String position = record.topic() + "/" + record.partition() + "/" + record.offset();
        byte[] body = record.value() == null ? new byte[0] : record.value();
        try {
            CloudEvent event = event(record, body);
            return new Arrival.Event(
                    position,
                    trigger.trusted() ? tenant(record) : trigger.tenant(),
                    trigger.trusted() ? lane(record) : null,
                    trigger.ordered() && record.key() != null ? text(record.key()) : null,
                    null,
                    trigger.trusted() ? trace(event) : null,
                    event);
        } catch (NoEvent e) {
            return new Arrival.Unreadable(position, "not-a-cloud-event", e.getMessage(), body);
        }
    }

    private static CloudEvent event(ConsumerRecord<byte[], byte[]> record, byte[] body) {
        String contentType = header(record, "content-type");
        if (EventForm.structured(contentType)) {
            return EventForm.document(body);
        }
        Map<String, String> attributes = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith(EVENT) && header.value() != null) {
                attributes.put(header.key().substring(EVENT.length()), text(header.value()));
            }
        }
        return EventForm.of(attributes, contentType, body);
    }

    private static String tenant(ConsumerRecord<byte[], byte[]> record) {
        String tenant = header(record, "tenant");
        try {
            return tenant == null ? null : TenantId.valueOf(tenant).toString();
        } catch (InvalidValue e) {
            throw new NoEvent("\"" + tenant + "\" is no tenant");
        }
    }

    private String lane(ConsumerRecord<byte[], byte[]> record) {
        String tag = header(record, LaneContext.MESSAGE_PROPERTY);
        if (tag == null) {
            return null;
        }
        try {
            Context tagged = LaneContext.with(Context.root(), LaneTag.parse(tag));
            return LaneContext.in(tags.living(tagged)).map(Object::toString).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String trace(CloudEvent event) {
        Object trace = event.getExtension("traceparent");
        return trace != null && trace.toString().matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
                ? trace.toString()
                : null;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : text(header.value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
