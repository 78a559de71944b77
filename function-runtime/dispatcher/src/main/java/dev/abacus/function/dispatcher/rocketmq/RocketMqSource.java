package dev.abacus.function.dispatcher.rocketmq;

import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrivals;
import dev.abacus.function.dispatcher.trigger.Source;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One group of consumers for each trigger. A queue's messages are taken over in their order, a batch in one transaction; the
 * broker hears of it after that, so what is read twice was kept once.
 *
 * <p>The group has no filter, for ever: it reads what is on every lane and what is on none. Which lane decides the version, when
 * the invocation runs; no lane has a dispatcher of its own whose share anybody would have to adopt.
 */
final class RocketMqSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(RocketMqSource.class);
    private static final int BATCH = 32;
    private static final int THREADS = 2;
    private static final int NOTICE_MILLIS = 5_000;
    private static final Duration REST = Duration.ofSeconds(2);

    static {
        // As the kernel's HandOver: a queue whose reader died goes to the next after seconds, not a minute.
        preset("rocketmq.client.rebalance.waitInterval", 1_000);
        preset("rocketmq.client.rebalance.lockInterval", 1_000);
        preset("rocketmq.client.rebalance.lockMaxLiveTime", 2_500);
    }

    private final RocketMqProperties properties;
    private final RocketMqProducer producer;
    private final String instance;
    private final String function;
    private final Trigger.RocketMq trigger;
    private final MessageReader reader;
    private final Arrivals arrivals;
    private final ReentrantReadWriteLock taking = new ReentrantReadWriteLock();
    private final Thread opening;
    private volatile boolean closed;
    private DefaultMQPushConsumer consumer;

    RocketMqSource(
            RocketMqProperties properties,
            RocketMqProducer producer,
            String instance,
            String function,
            Trigger.RocketMq trigger,
            MessageReader reader,
            Arrivals arrivals) {
        this.properties = properties;
        this.producer = producer;
        this.instance = instance;
        this.function = function;
        this.trigger = trigger;
        this.reader = reader;
        this.arrivals = arrivals;
        opening = Thread.ofVirtual()
                .name("open-" + function + "-" + trigger.name())
                .start(this::openWhenThere);
    }

    private static void preset(String property, long millis) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Long.toString(millis));
        }
    }

    private void openWhenThere() {
        while (!closed) {
            try {
                join();
                return;
            } catch (MQClientException | RuntimeException e) {
                LOG.warn("Trigger {} of {} cannot read yet: {}", trigger.name(), function, e.toString());
            }
            try {
                Thread.sleep(REST);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void join() throws MQClientException {
        if (closed) {
            return;
        }
        producer.ensure(trigger.topic());
        var joining = new DefaultMQPushConsumer(properties.scoped("fn-" + function + "_" + trigger.name()));
        joining.setNamesrvAddr(properties.nameServer());
        joining.setInstanceName(instance);
        joining.setVipChannelEnabled(false);
        // A broker that comes back is found again in seconds; the client's own wont is half a minute.
        joining.setPollNameServerInterval(NOTICE_MILLIS);
        joining.setHeartbeatBrokerInterval(NOTICE_MILLIS);
        joining.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        joining.setConsumeThreadMin(THREADS);
        joining.setConsumeThreadMax(THREADS);
        joining.setPullBatchSize(BATCH);
        joining.setConsumeMessageBatchMaxSize(BATCH);
        joining.setPullThresholdForQueue(4 * BATCH);
        joining.setPullThresholdSizeForQueue(4);
        joining.setMaxReconsumeTimes(Integer.MAX_VALUE);
        joining.setSuspendCurrentQueueTimeMillis(1_000);
        joining.subscribe(properties.scoped(trigger.topic()), "*");
        joining.registerMessageListener((MessageListenerOrderly) (messages, context) -> take(messages));
        joining.start();
        consumer = joining;
    }

    /** While a batch is taken over the source stays open: once it is closed, nothing is under way any more. */
    private ConsumeOrderlyStatus take(List<MessageExt> messages) {
        taking.readLock().lock();
        try {
            if (closed) {
                return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
            }
            arrivals.take(
                    function,
                    trigger.name(),
                    messages.stream().map(reader::read).toList());
            return ConsumeOrderlyStatus.SUCCESS;
        } catch (RuntimeException e) {
            LOG.warn("What {} reads for {} stays with the broker for now: {}", trigger.name(), function, e.toString());
            return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
        } finally {
            taking.readLock().unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        opening.interrupt();
        taking.writeLock().lock();
        taking.writeLock().unlock();
        synchronized (this) {
            if (consumer != null) {
                consumer.shutdown();
                PopService.stop(consumer);
            }
        }
    }
}
