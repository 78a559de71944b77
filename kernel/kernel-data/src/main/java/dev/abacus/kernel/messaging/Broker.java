package dev.abacus.kernel.messaging;

import dev.abacus.lane.obey.Tags;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.client.producer.selector.SelectMessageQueueByHash;
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
        Context origin = headers.restore(envelope.headers());
        var span = tracer.spanBuilder("send " + envelope.type())
                .setParent(origin)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "rocketmq")
                .setAttribute("messaging.destination.name", envelope.topic())
                .setAttribute("messaging.message.id", envelope.id())
                .setAttribute("abacus.tenant", envelope.tenant().value())
                .startSpan();
        try {
            String lane = tags.of(origin).map(Objects::toString).orElse(null);
            var onward = new HashMap<>(headers.without(envelope.headers()));
            onward.putAll(headers.inject(tags.onward(origin).with(span)));
            var message = Wire.write(envelope, properties.topic(envelope.topic()), onward, lane);
            ensureTopic(envelope.topic());
            String order = envelope.tenant() + "/" + envelope.aggregate();
            var result = producer().send(message, new SelectMessageQueueByHash(), order);
            if (result.getSendStatus() != SendStatus.SEND_OK) {
                throw new NotSent("the broker answered " + result.getSendStatus(), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent("interrupted", e);
        } catch (NotSent e) {
            span.setStatus(StatusCode.ERROR, e.getMessage());
            throw e;
        } catch (Exception e) {
            span.setStatus(StatusCode.ERROR, e.getMessage());
            throw new NotSent(e.getMessage(), e);
        } finally {
            span.end();
        }
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
