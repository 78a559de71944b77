package dev.abacus.kernel.messaging;

import dev.abacus.lane.obey.Tags;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events. All events of one aggregate go to one queue, so they keep their order. Connects at the first use and
 * again after a failure: a broker that is away delays events and stops nobody.
 */
public final class Broker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Broker.class);
    /** RocketMQ's template topic: creating a topic asks a broker that serves it. */
    private static final String TEMPLATE_TOPIC = "TBW102";

    /** RocketMQ takes two producers of one group in one process only under two names: two contexts in one test run. */
    private static final AtomicInteger CONNECTED = new AtomicInteger();

    static {
        HandOver.quick();
    }

    private final BrokerProperties properties;
    private final String group;
    private final Headers headers;
    private final Tags tags;
    private final Tracer tracer;
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private final Map<String, TopicQueues> queues = new ConcurrentHashMap<>();
    private DefaultMQProducer producer;

    public Broker(BrokerProperties properties, String service, Headers headers, Tags tags, Tracer tracer) {
        this.properties = properties;
        this.group = properties.group(service + "-outbox");
        this.headers = headers;
        this.tags = tags;
        this.tracer = tracer;
    }

    /**
     * Sends one event and waits until the broker has it.
     *
     * @throws NotSent when the broker did not say so; the event may or may not have been sent
     */
    public void send(Envelope envelope) {
        send(List.of(envelope), sent -> {});
    }

    /**
     * Sends events, those of one queue together: a broker that confirms each by itself takes several times as long. Events
     * of one aggregate arrive in the order given. The first parcel that is not confirmed ends it.
     *
     * @param confirmed told of each parcel that the broker has
     * @throws NotSent when the broker did not say so; the rest may or may not have been sent
     */
    public void send(List<Envelope> events, Consumer<List<Envelope>> confirmed) {
        for (Parcel parcel : Parcel.of(events, this::queue)) {
            send(parcel);
            confirmed.accept(parcel.events());
        }
    }

    private MessageQueue queue(Envelope event) {
        return queues.compute(event.topic(), this::queues).of(event);
    }

    /** Read again now and then: a topic may be given more queues. Where nobody can be asked, the known ones still serve. */
    private TopicQueues queues(String topic, TopicQueues known) {
        if (known != null && !known.isOld()) {
            return known;
        }
        ensureTopic(topic);
        try {
            return TopicQueues.readNow(producer().fetchPublishMessageQueues(properties.topic(topic)));
        } catch (MQClientException e) {
            if (known != null) {
                return TopicQueues.readNow(known.queues());
            }
            throw new NotSent("nobody says where topic " + topic + " is: " + e.getMessage(), e);
        }
    }

    private void send(Parcel parcel) {
        List<Span> spans = new ArrayList<>();
        try {
            List<Message> messages =
                    parcel.events().stream().map(event -> message(event, spans)).toList();
            var result = messages.size() == 1
                    ? producer().send(messages.getFirst(), parcel.queue())
                    : producer().send(messages, parcel.queue());
            if (result.getSendStatus() != SendStatus.SEND_OK) {
                throw new NotSent("the broker answered " + result.getSendStatus(), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent("interrupted", e);
        } catch (Exception e) {
            // The queues may have moved.
            queues.clear();
            spans.forEach(span -> span.setStatus(StatusCode.ERROR, e.getMessage()));
            throw e instanceof NotSent known ? known : new NotSent(e.getMessage(), e);
        } finally {
            spans.forEach(Span::end);
        }
    }

    /** The span is begun, and the caller's to end. */
    private Message message(Envelope event, List<Span> spans) {
        Context origin = headers.restore(event.headers());
        Span span = tracer.spanBuilder("send " + event.type())
                .setParent(origin)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "rocketmq")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("messaging.message.id", event.id())
                .setAttribute("abacus.tenant", event.tenant().value())
                .startSpan();
        spans.add(span);
        String lane = tags.of(origin).map(Objects::toString).orElse(null);
        var onward = new HashMap<>(headers.without(event.headers()));
        onward.putAll(headers.inject(tags.onward(origin).with(span)));
        return Wire.write(event, properties.topic(event.topic()), onward, lane);
    }

    /** Makes the topic if it is not there yet: a consumer of a topic that does not exist would wait for its route. */
    public void ensureTopic(String topic) {
        if (topics.contains(topic)) {
            return;
        }
        try {
            producer().createTopic(TEMPLATE_TOPIC, properties.topic(topic), properties.queues(), Map.of());
            topics.add(topic);
        } catch (MQClientException e) {
            throw new NotSent("topic " + topic + " cannot be made: " + e.getMessage(), e);
        }
    }

    private synchronized DefaultMQProducer producer() throws MQClientException {
        if (producer == null) {
            var starting = new DefaultMQProducer(group);
            starting.setNamesrvAddr(properties.nameServer());
            starting.setInstanceName(group + "@" + ProcessHandle.current().pid() + "#" + CONNECTED.incrementAndGet());
            starting.setVipChannelEnabled(false);
            starting.setSendMsgTimeout(3_000);
            starting.setRetryTimesWhenSendFailed(0);
            starting.start();
            producer = starting;
            log.info("connected to the broker at {}", properties.nameServer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.shutdown();
            producer = null;
        }
    }

    /** The broker did not confirm an event. */
    public static final class NotSent extends RuntimeException {
        NotSent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
