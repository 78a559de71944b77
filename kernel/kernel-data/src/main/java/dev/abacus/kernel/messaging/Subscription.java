package dev.abacus.kernel.messaging;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.ConsumerGroup;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer group's subscription. Messages of a queue come one after the other. The receiver takes each message off
 * our hands for good, into the database; only when it cannot even do that (the database is away) does the broker keep it
 * and bring it again.
 *
 * <p>RocketMQ keeps one filter per group, its latest subscriber's, and skips for good what it filters. So a group has one
 * filter for ever: the baseline's group takes what carries no tag, a lane's group what carries that lane's.
 */
public final class Subscription implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Subscription.class);
    private static final String UNTAGGED = "lane IS NULL";

    /** Queues handled at once. The client starts more than its minimum only when its endless queue is full: never. */
    private static final int THREADS = 4;

    static {
        HandOver.quick();
    }

    private final DefaultMQPushConsumer consumer;
    private final Set<String> topics;
    private final BooleanSupplier permitted;
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * What is read.
     *
     * @param consumer the consumer's name; the broker's group is made of it
     * @param topics where from
     * @param lane whose messages; null for those without a tag
     */
    public record Source(String consumer, Set<String> topics, LaneTag lane) {

        String group(BrokerProperties properties) {
            String baseline = properties.group(consumer);
            return lane == null ? baseline : ConsumerGroup.onLane(baseline, lane);
        }

        /** A tag is letters, digits and dashes: there is nothing to escape. */
        MessageSelector filter() {
            return MessageSelector.bySql(lane == null ? UNTAGGED : "lane = '" + lane + "'");
        }
    }

    /**
     * @param instance whose it is: subscriptions of one instance share their connections and threads; one group may
     *     subscribe once in each
     * @param permitted asked before each message: while it says no, messages stay with the broker
     * @param receiver takes an event
     * @param unreadable takes a message that is no event, with the reason
     */
    public Subscription(
            BrokerProperties properties,
            String instance,
            Source source,
            BooleanSupplier permitted,
            Consumer<Envelope> receiver,
            BiConsumer<MessageExt, String> unreadable) {
        this.permitted = permitted;
        topics = source.topics().stream().map(properties::topic).collect(Collectors.toSet());
        consumer = new DefaultMQPushConsumer(source.group(properties));
        consumer.setNamesrvAddr(properties.nameServer());
        consumer.setInstanceName(instance);
        consumer.setVipChannelEnabled(false);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setConsumeThreadMin(THREADS);
        consumer.setConsumeThreadMax(THREADS);
        consumer.setPullBatchSize(32);
        consumer.setConsumeMessageBatchMaxSize(1);
        consumer.setMaxReconsumeTimes(Integer.MAX_VALUE);
        consumer.setSuspendCurrentQueueTimeMillis(1_000);
        consumer.setPullThresholdSizeForQueue(16);
        try {
            for (String topic : topics) {
                consumer.subscribe(topic, source.filter());
            }
        } catch (MQClientException e) {
            throw new IllegalStateException("cannot subscribe " + source.consumer(), e);
        }
        consumer.registerMessageListener(
                (MessageListenerOrderly) (messages, context) -> receive(messages, receiver, unreadable));
    }

    /** While a message is handled the subscription stays open: once it is closed, nothing is under way any more. */
    private ConsumeOrderlyStatus receive(
            List<MessageExt> messages, Consumer<Envelope> receiver, BiConsumer<MessageExt, String> unreadable) {
        for (MessageExt message : messages) {
            open.readLock().lock();
            try {
                if (closed || !permitted.getAsBoolean()) {
                    return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
                }
                receiver.accept(Wire.read(message));
            } catch (Wire.Unreadable e) {
                unreadable.accept(message, e.getMessage());
            } catch (RuntimeException e) {
                log.warn("message {} stays with the broker for now: {}", message.getMsgId(), e.toString());
                return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
            } finally {
                open.readLock().unlock();
            }
        }
        return ConsumeOrderlyStatus.SUCCESS;
    }

    public void start() throws MQClientException {
        consumer.start();
    }

    /** The queues that the broker has lent to it at this moment, as {@code topic/broker/number}. */
    public Set<String> queues() {
        return consumer.getDefaultMQPushConsumerImpl().getRebalanceImpl().getProcessQueueTable().keySet().stream()
                .filter(queue -> !queue.getTopic().startsWith(MixAll.RETRY_GROUP_TOPIC_PREFIX))
                .map(queue -> queue.getTopic() + "/" + queue.getBrokerName() + "/" + queue.getQueueId())
                .collect(Collectors.toSet());
    }

    /** {@link #close()} for a process that stays: others of its subscriptions keep the connection. */
    public Farewell leave() {
        MQClientInstance client = consumer.getDefaultMQPushConsumerImpl().getmQClientFactory();
        close();
        return Farewell.begin(client, consumer.getConsumerGroup(), topics);
    }

    /** Waits for the message that is being handled, and takes no other. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            closed = true;
        } finally {
            open.writeLock().unlock();
        }
        consumer.shutdown();
        PopService.stop(consumer);
    }
}
