package dev.abacus.lane.control.broker;

import dev.abacus.lane.LaneContext;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.application.AuditingMessages;
import dev.abacus.lane.control.application.Strays;
import dev.abacus.lane.control.domain.QueueId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.SendStatus;
import org.apache.rocketmq.client.producer.selector.SelectMessageQueueByHash;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads everything that carries a tag, in order, and sends again what nobody answers for: same id, no tag. Whoever has it
 * already knows it by its id. What cannot be judged or sent yet stays where it is and is looked at again.
 */
@Component
class StrayMessages implements Strays, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(StrayMessages.class);

    private final BrokerProperties properties;
    private final AuditingMessages auditing;
    private final Counter sentAgain;
    private final Set<String> watched = new HashSet<>();
    private DefaultMQPushConsumer consumer;
    private DefaultMQProducer producer;

    StrayMessages(BrokerProperties properties, AuditingMessages auditing, MeterRegistry meters) {
        this.properties = properties;
        this.auditing = auditing;
        this.sentAgain = Counter.builder("lane_audit_republished")
                .description("messages with the tag of a lane that is no more, sent again without it")
                .register(meters);
    }

    @Override
    public synchronized void watch(Set<String> topics) {
        try {
            if (consumer == null) {
                start(topics);
            }
            for (String topic : topics) {
                if (watched.add(topic)) {
                    consumer.subscribe(topic, tagged());
                }
            }
        } catch (MQClientException e) {
            stop();
            throw new RocketMqBroker.BrokerAway("watching tagged messages", e);
        }
    }

    private static MessageSelector tagged() {
        return MessageSelector.bySql(LaneContext.MESSAGE_PROPERTY + " IS NOT NULL");
    }

    private void start(Set<String> topics) throws MQClientException {
        producer = new DefaultMQProducer(properties.own("lane-auditor-sender"));
        producer.setNamesrvAddr(properties.nameServer());
        producer.setInstanceName(instance());
        producer.setVipChannelEnabled(false);
        producer.start();
        consumer = new DefaultMQPushConsumer(properties.own("lane-auditor"));
        consumer.setNamesrvAddr(properties.nameServer());
        consumer.setInstanceName(instance());
        consumer.setVipChannelEnabled(false);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setConsumeThreadMin(1);
        consumer.setConsumeThreadMax(1);
        consumer.setPullBatchSize(32);
        consumer.setConsumeMessageBatchMaxSize(1);
        consumer.setMaxReconsumeTimes(Integer.MAX_VALUE);
        consumer.setSuspendCurrentQueueTimeMillis(1_000);
        consumer.setPullThresholdSizeForQueue(4);
        consumer.registerMessageListener((MessageListenerOrderly) (messages, context) -> look(messages));
        for (String topic : topics) {
            consumer.subscribe(topic, tagged());
            watched.add(topic);
        }
        consumer.start();
    }

    private String instance() {
        return "lane-auditor@" + ProcessHandle.current().pid() + "-" + System.identityHashCode(this);
    }

    private ConsumeOrderlyStatus look(List<MessageExt> messages) {
        for (MessageExt message : messages) {
            try {
                if (!settle(message)) {
                    return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
                }
            } catch (Exception e) {
                log.warn("tagged message {} is looked at again: {}", message.getMsgId(), e.toString());
                return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
            }
        }
        return ConsumeOrderlyStatus.SUCCESS;
    }

    private boolean settle(MessageExt message) throws Exception {
        var queue = new QueueId(message.getTopic(), message.getBrokerName(), message.getQueueId());
        return switch (auditing.judge(tag(message), queue, message.getQueueOffset())) {
            case IN_GOOD_HANDS -> true;
            case TOO_EARLY_TO_SAY -> false;
            case STRAY -> {
                sendAgain(message);
                yield true;
            }
        };
    }

    private static LaneTag tag(MessageExt message) {
        try {
            return LaneTag.parse(message.getUserProperty(LaneContext.MESSAGE_PROPERTY));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** To the queue of its aggregate, so that it keeps its place among what comes after it. */
    private void sendAgain(MessageExt message) throws Exception {
        var untagged = Untagged.copy(message);
        var result = producer.send(untagged, new SelectMessageQueueByHash(), Untagged.order(message));
        if (result.getSendStatus() != SendStatus.SEND_OK) {
            throw new IllegalStateException("the broker answered " + result.getSendStatus());
        }
        sentAgain.increment();
        log.warn(
                "message {} [{}] of {} carried the tag {} that nobody answers for; sent again without it",
                message.getMsgId(),
                message.getKeys(),
                message.getTopic(),
                message.getUserProperty(LaneContext.MESSAGE_PROPERTY));
    }

    @Override
    public synchronized void stop() {
        watched.clear();
        if (consumer != null) {
            consumer.shutdown();
            consumer = null;
        }
        if (producer != null) {
            producer.shutdown();
            producer = null;
        }
    }

    @Override
    public void destroy() {
        stop();
    }
}
