package dev.abacus.kernel.messaging;

import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.impl.consumer.ConsumeMessageService;
import org.apache.rocketmq.client.impl.consumer.DefaultMQPushConsumerImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What RocketMQ 5's client forgets when a consumer is shut down: the service that would read in pop mode, started with
 * every consumer. It renews the loan of each queue that the consumer has. A rebalance that is under way at the end gives it
 * queues once more; those would then be lent to nobody else for as long as the process lives, and their messages wait.
 */
final class PopService {

    private static final Logger log = LoggerFactory.getLogger(PopService.class);

    private PopService() {}

    /** There is no door to it: a client that keeps it elsewhere makes a test fail, and here only a word in the log. */
    static void stop(DefaultMQPushConsumer consumer) {
        try {
            var field = DefaultMQPushConsumerImpl.class.getDeclaredField("consumeMessagePopService");
            field.setAccessible(true);
            if (field.get(consumer.getDefaultMQPushConsumerImpl()) instanceof ConsumeMessageService service) {
                service.shutdown(0);
            }
        } catch (ReflectiveOperationException e) {
            log.warn("the pop service of {} goes on: {}", consumer.getConsumerGroup(), e.toString());
        }
    }
}
