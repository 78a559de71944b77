package dev.abacus.function.dispatcher.rocketmq;

import dev.abacus.function.dispatcher.delivery.Carrier;
import dev.abacus.function.dispatcher.delivery.EventHeaders;
import dev.abacus.function.dispatcher.delivery.Undeliverable;
import dev.abacus.function.dispatcher.invocation.Delivery;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.obey.Tags;
import io.cloudevents.CloudEvent;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.client.producer.selector.SelectMessageQueueByHash;
import org.apache.rocketmq.common.message.Message;
import org.springframework.stereotype.Component;

/**
 * Sends results to topics of the suite's broker. A message is a CloudEvent in binary mode and, beside that, has everything that
 * the suite's own events have, so that a service's inbox takes it as one: an id by which a repeat is known, tenant, ordering
 * key, type, trace and lane.
 */
@Component
class RocketMqCarrier implements Carrier {

    private final RocketMqProperties properties;
    private final RocketMqProducer producer;
    private final Tags tags;

    RocketMqCarrier(RocketMqProperties properties, RocketMqProducer producer, Tags tags) {
        this.properties = properties;
        this.producer = producer;
        this.tags = tags;
    }

    @Override
    public String kind() {
        return "rocketmq";
    }

    @Override
    public void carry(Delivery delivery, CloudEvent event) throws Exception {
        producer.ensure(delivery.target());
        // As the suite's relay: what is of one tenant and key goes to one queue.
        String order = delivery.tenant() + "/" + aggregate(delivery);
        var result = producer.get().send(message(delivery, event), new SelectMessageQueueByHash(), order);
        if (result.getSendStatus() != SendStatus.SEND_OK) {
            throw new IOException("the broker answered " + result.getSendStatus());
        }
    }

    private static String aggregate(Delivery delivery) {
        return delivery.orderingKey() == null ? "invocation-" + delivery.invocation() : delivery.orderingKey();
    }

    private Message message(Delivery delivery, CloudEvent event) throws Undeliverable {
        var message = new Message(
                properties.scoped(delivery.target()),
                clean("type", event.getType()),
                String.valueOf(delivery.id()),
                EventHeaders.data(event));
        for (var attribute : EventHeaders.of(event, MessageForm.EVENT).entrySet()) {
            put(message, attribute.getKey(), attribute.getValue());
        }
        put(message, MessageForm.CONTENT_TYPE, event.getDataContentType());
        put(message, MessageForm.TENANT, delivery.tenant());
        put(message, MessageForm.AGGREGATE, aggregate(delivery));
        tag(message, delivery, event);
        return message;
    }

    private static void put(Message message, String name, String value) throws Undeliverable {
        if (value != null && !value.isBlank()) {
            message.putUserProperty(name, clean(name, value));
        }
    }

    /**
     * RocketMQ writes properties one after the other with control characters between them, and escapes none: a value that holds
     * such could bring a property of its own, another tenant for one.
     */
    private static String clean(String name, String value) throws Undeliverable {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new Undeliverable("its " + name + " has control characters, which no message can carry");
        }
        return value;
    }

    /** By the rules of this moment, not of the call: a result may be sent when its lane is long over. */
    private void tag(Message message, Delivery delivery, CloudEvent event) throws Undeliverable {
        Context origin = origin(delivery, event);
        put(
                message,
                LaneContext.MESSAGE_PROPERTY,
                tags.of(origin).map(Object::toString).orElse(null));
        Map<String, String> carrier = new HashMap<>();
        MessageForm.CONTEXT.inject(tags.onward(origin), carrier, (map, name, value) -> map.put(name, value));
        for (var header : carrier.entrySet()) {
            put(message, MessageForm.HEADER + header.getKey(), header.getValue());
        }
    }

    private Context origin(Delivery delivery, CloudEvent event) {
        Object trace = event.getExtension("traceparent");
        Context traced = trace == null
                ? Context.root()
                : MessageForm.CONTEXT.extract(
                        Context.root(), Map.of("traceparent", trace.toString()), MessageForm.GETTER);
        return delivery.lane() == null ? traced : LaneContext.with(traced, LaneTag.parse(delivery.lane()));
    }
}
