package dev.abacus.function.dispatcher.rocketmq;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.stereotype.Component;

/** The connection to the broker, made at the first need: most dispatchers never need it. */
@Component
class RocketMqProducer {

    /** RocketMQ's template topic: creating a topic asks a broker that serves it. */
    private static final String TEMPLATE_TOPIC = "TBW102";

    /** RocketMQ takes two producers of one group in one process only under two names: two contexts in one test run. */
    private static final AtomicInteger CONNECTED = new AtomicInteger();

    private final RocketMqProperties properties;
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private DefaultMQProducer producer;

    RocketMqProducer(RocketMqProperties properties) {
        this.properties = properties;
    }

    synchronized DefaultMQProducer get() throws MQClientException {
        if (producer == null) {
            String group = properties.scoped("function-dispatcher");
            var starting = new DefaultMQProducer(group);
            starting.setNamesrvAddr(properties.nameServer());
            starting.setInstanceName(group + "@" + ProcessHandle.current().pid() + "#" + CONNECTED.incrementAndGet());
            starting.setVipChannelEnabled(false);
            starting.setSendMsgTimeout(3_000);
            starting.setRetryTimesWhenSendFailed(0);
            starting.start();
            producer = starting;
        }
        return producer;
    }

    /** Makes the topic if it is not there yet: who reads a topic that does not exist would wait for its route. */
    void ensure(String topic) throws MQClientException {
        if (!topics.contains(topic)) {
            get().createTopic(TEMPLATE_TOPIC, properties.scoped(topic), properties.queues(), Map.of());
            topics.add(topic);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.shutdown();
            producer = null;
        }
    }
}
