package dev.abacus.kernel.messaging;

import java.util.List;
import org.apache.rocketmq.common.message.MessageQueue;

/** A topic's queues. All events of one aggregate go to the same one. */
record TopicQueues(List<MessageQueue> queues) {

    TopicQueues {
        queues = List.copyOf(queues);
    }

    /** By RocketMQ's own rule (SelectMessageQueueByHash), so that a process of an older build sends to the same queue. */
    MessageQueue of(Envelope event) {
        String order = event.tenant() + "/" + event.aggregate();
        return queues.get(Math.abs(order.hashCode() % queues.size()));
    }
}
