package dev.abacus.kernel.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.rocketmq.common.message.MessageQueue;

/**
 * A topic's queues. All events of one aggregate go to the same one.
 *
 * @param readAt by {@link System#nanoTime()}
 */
record TopicQueues(List<MessageQueue> queues, long readAt) {

    /** As long as RocketMQ's client believes a route. */
    private static final long BELIEVED = Duration.ofSeconds(30).toNanos();

    TopicQueues {
        queues = List.copyOf(queues);
    }

    static TopicQueues readNow(Collection<MessageQueue> queues) {
        return new TopicQueues(List.copyOf(queues), System.nanoTime());
    }

    boolean isOld() {
        return System.nanoTime() - readAt > BELIEVED;
    }

    /** By RocketMQ's own rule (SelectMessageQueueByHash), so that a process of an older build sends to the same queue. */
    MessageQueue of(Envelope event) {
        String order = event.tenant() + "/" + event.aggregate();
        return queues.get(Math.abs(order.hashCode() % queues.size()));
    }
}
