package dev.abacus.kernel.messaging;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer group's subscription. Messages of a queue come one after the other. The receiver takes each message off
 * our hands for good, into the database; only when it cannot even do that (the database is away) does the broker keep it
 * and bring it again.
 */
public final class Subscription implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Subscription.class);

    /** The baseline's filter, the same for ever: RocketMQ keeps one filter per group and skips for good what it filters. */
    private static final MessageSelector BASELINE = MessageSelector.bySql("lane IS NULL");

    static {
        HandOver.quick();
    }

    private final DefaultMQPushConsumer consumer;

    /**
     * @param instance whose it is: subscriptions of one instance share their connections and threads; one group may
     *     subscribe once in each
     * @param name the consumer's name; the broker's group is made of it
     * @param receiver takes an event
     * @param unreadable takes a message that is no event, with the reason
     */
    public Subscription(
            BrokerProperties properties,
            String instance,
            String name,
            Set<String> topics,
            Consumer<Envelope> receiver,
            BiConsumer<MessageExt, String> unreadable) {
        consumer = new DefaultMQPushConsumer(properties.group(name));
        consumer.setNamesrvAddr(properties.nameServer());
        consumer.setInstanceName(instance);
        consumer.setVipChannelEnabled(false);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setConsumeThreadMin(1);
        consumer.setConsumeThreadMax(4);
        consumer.setPullBatchSize(32);
        consumer.setConsumeMessageBatchMaxSize(1);
        consumer.setMaxReconsumeTimes(Integer.MAX_VALUE);
        consumer.setSuspendCurrentQueueTimeMillis(1_000);
        consumer.setPullThresholdSizeForQueue(16);
        try {
            for (String topic : topics) {
                consumer.subscribe(properties.topic(topic), BASELINE);
            }
        } catch (MQClientException e) {
            throw new IllegalStateException("cannot subscribe " + name, e);
        }
        consumer.registerMessageListener(
                (MessageListenerOrderly) (messages, context) -> receive(messages, receiver, unreadable));
    }

    private static ConsumeOrderlyStatus receive(
            List<MessageExt> messages, Consumer<Envelope> receiver, BiConsumer<MessageExt, String> unreadable) {
        for (MessageExt message : messages) {
            try {
                receiver.accept(Wire.read(message));
            } catch (Wire.Unreadable e) {
                unreadable.accept(message, e.getMessage());
            } catch (RuntimeException e) {
                log.warn("message {} stays with the broker for now: {}", message.getMsgId(), e.toString());
                return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
            }
        }
        return ConsumeOrderlyStatus.SUCCESS;
    }

    public void start() throws MQClientException {
        consumer.start();
    }

    @Override
    public void close() {
        consumer.shutdown();
    }
}
